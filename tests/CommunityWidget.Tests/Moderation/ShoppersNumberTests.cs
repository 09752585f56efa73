using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What shoppers write in one breath: what they bought and where to call them, or the sizes they look for.</summary>
public sealed class ShoppersNumberTests
{
    [Theory]
    [InlineData("Le produit est arrivé cassé, 06 12 34 56 78", "Le produit est arrivé cassé, [phone]")]
    [InlineData("Appelez-moi pour la pièce au 06 12 34 56 78", "Appelez-moi pour la pièce au [phone]")]
    [InlineData("The item is broken, my number is 555-867-5309", "The item is broken, my number is [phone]")]
    [InlineData("My phone number for the item is 555-867-5309", "My phone number for the item is [phone]")]
    [InlineData("My phone number for the item is 5558675309", "My phone number for the item is [phone]")]
    [InlineData("Call me about the filter at 5558675309", "Call me about the filter at [phone]")]
    [InlineData("code postal 75011, 0612345678", "code postal 75011, [phone]")]
    [InlineData("un cadeau de ma part, 06 12 34 56 78", "un cadeau de ma part, [phone]")]
    [InlineData("un cadeau de ma part 06 12 34 56 78", "un cadeau de ma part [phone]")]
    [InlineData("Item: lamp. Size: 40. Tel 5558675309", "Item: lamp. Size: 40. Tel [phone]")]
    [InlineData("I returned the item. 555-867-5309", "I returned the item. [phone]")]
    [InlineData("Je cherche un article. 0612345678", "Je cherche un article. [phone]")]
    [InlineData("La version est trop grande : Jeanne, 07700 900123", "La version est trop grande : Jeanne, [phone]")]
    public void A_telephone_is_one_whatever_goods_are_spoken_of(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Pièce 0612345678, réf. 0612345678, article n° 0612345678, référence : 06.12.345.678")]
    [InlineData("Part number is 0612345678, the serial is 555-867-5309, item no. 555-867-5309 and SKU 555-867-5309")]
    [InlineData("Le numéro de l'article est 0612345678, la référence est le 0612345678, référence Bosch 0612345678")]
    [InlineData("Model 253 612 345 6789, item #555-867-5309, part: 555-867-5309 and code=0612345678")]
    [InlineData("Pièce détachée : 0612345678, pièce de rechange 0612345678, code promo 0612345678")]
    [InlineData("The ISBN of the book is 0306406152. Call them, the part is 5303917752.")]
    [InlineData("No, my filter is 5304458371. Call Whirlpool with part 5303917752, 5303917836 and 9906")]
    [InlineData("S/N 2345678901, SN: 2345678901, s/n is 2345678901 or P/N 0612345678; call us with S/N 2345678901")]
    public void What_is_called_a_part_right_before_it_is_one(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("My order 104233, 0612345678", "My order [order number], [phone]")]
    [InlineData("Commande 104233, 06-12-34-56-78", "Commande [order number], [phone]")]
    [InlineData("order 104233, 555-867-5309", "order [order number], [phone]")]
    [InlineData("order 104233, 5558675309", "order [order number], [phone]")]
    [InlineData("order 104233 06 12 34 56 78", "order [order number] [phone]")]
    [InlineData("Delivered 2024-05-12, 0612345678", "Delivered 2024-05-12, [phone]")]
    [InlineData("Delivered 2024-05-12, 5558675309", "Delivered 2024-05-12, [phone]")]
    [InlineData("Mon frigo RB38C672CSR, 0612345678", "Mon frigo RB38C672CSR, [phone]")]
    [InlineData("My fridge RB38C672CSR, 555-867-5309", "My fridge RB38C672CSR, [phone]")]
    public void A_telephone_behind_an_order_a_model_or_a_day_is_no_part_of_a_list(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Avez-vous les tailles 36 38 40 42 ?"), InlineData("coque pour iPhone 12 13 14 15"), InlineData("Livrez-vous dans les 75 77 78 92 93 ?"), InlineData("chapitres 01 02 03 04 05"), InlineData("tailles 06 08 10 12 14")]
    [InlineData("Acheté le 12 05 2024"), InlineData("Bought 2024 05 12, or 12 05 2024 14 30"), InlineData("compatible 2022 2023 2024"), InlineData("matelas 160 200 140"), InlineData("36-38-40-42"), InlineData("Tailles 36-38-40-42 et 34 36 38 40 42 44")]
    [InlineData("12 05 2024"), InlineData("Une coque de téléphone pour iPhone 12 13 14 15")]
    public void Rows_of_sizes_models_and_days_stay(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Appelez-moi au 01 02 03 04 05", "Appelez-moi au [phone]")]
    [InlineData("Mon numéro est le 06 08 10 12 14", "Mon numéro est le [phone]")]
    [InlineData("01 02 03 04 05", "[phone]")]
    [InlineData("my cell 600 610 620", "my cell [phone]")]
    [InlineData("Jeanne, 06 12 23 48 51", "Jeanne, [phone]")]
    [InlineData("Kari, 22 34 51 60", "Kari, [phone]")]
    [InlineData("le gardien : 612 345 678", "le gardien : [phone]")]
    public void A_telephone_that_rises_is_one_where_somebody_says_so(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Merci de me recontacter au 06 11 22 33 44", "Merci de me recontacter au [phone]")]
    [InlineData("Joignez-moi au 06 10 20 30 40", "Joignez-moi au [phone]")]
    [InlineData("Jeanne, 06.11.22.33.44", "Jeanne, [phone]")]
    [InlineData("Voici : 07-11-22-33-44", "Voici : [phone]")]
    [InlineData("Jeanne 06.08.10.12.14", "Jeanne [phone]")]
    [InlineData("Jeanne 06-08-10-12-14", "Jeanne [phone]")]
    [InlineData("Voici : 06 08 10 12 14", "Voici : [phone]")]
    [InlineData("me trouver au 06 08 10 12 14", "me trouver au [phone]")]
    public void Five_pairs_that_rise_are_a_telephone_by_what_stands_before_and_between(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("tailles : 06 08 10 12 14"), InlineData("Mon numéro de modèle, c'est 12345678"), InlineData("Mon numéro de série c'est le 12345678"), InlineData("Mon numéro d'article chez vous est 1234567"), InlineData("Mon numéro de modèle (étiquette) est 12345678"), InlineData("Is the filter for my No Frost 12345678?")]
    [InlineData("Avez-vous le filtre à huile Bosch 0986494294 ?"), InlineData("Ce filtre remplace le 0986494294 ?"), InlineData("Le filtre d'origine est 0986494294"), InlineData("La référence, c'est le 0612345678"), InlineData("Réf. Bosch 0986494294 ou 0986494295"), InlineData("référence 0612345678, 0698765432"), InlineData("part numbers 555-867-5309 and 555-867-5310")]
    [InlineData("The dimensions are 600 850 1850"), InlineData("Les dimensions sont 600 850 1850"), InlineData("The size is 400 300 1200"), InlineData("I tried to contact you about the item on 12 05 2024"), InlineData("I bought this mobile on 12 05 2024")]
    public void Numbers_of_models_parts_and_measures_stay(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Appelez-moi pour la pièce : 06 12 34 56 78", "Appelez-moi pour la pièce : [phone]")]
    [InlineData("Text me about this item 555-867-5309", "Text me about this item [phone]")]
    [InlineData("Call me about the part (555) 867-5309", "Call me about the part [phone]")]
    [InlineData("J'ai un souci avec l'article - 06 12 34 56 78", "J'ai un souci avec l'article - [phone]")]
    [InlineData("Mon numéro, c'est le 06 12 34 56 78", "Mon numéro, c'est le [phone]")]
    [InlineData("my no is 612 345 678", "my no is [phone]")]
    [InlineData("my tel is 12 05 2024", "my tel is [phone]")]
    [InlineData("référence 0612345678, 06 98 76 54 32", "référence 0612345678, [phone]")]
    [InlineData("Pouvez-vous me le remplacer 06 12 34 56 78", "Pouvez-vous me le remplacer [phone]")]
    [InlineData("Here it is: 012 05 1985", "Here it is: [social security number]")]
    public void Who_is_to_be_called_gives_a_telephone(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);
}
