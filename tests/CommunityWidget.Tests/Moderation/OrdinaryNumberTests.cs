using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>Numbers as ordinary sentences have them: a telephone is hidden whatever stands near it, and sizes, hours and days stay.</summary>
public sealed class OrdinaryNumberTests
{
    [Theory]
    [InlineData("Article reçu cassé, 0033 6 12 34 56 78", "Article reçu cassé, [phone]")]
    [InlineData("Retour du produit : 0033 6 12 34 56 78", "Retour du produit : [phone]")]
    [InlineData("I returned the item, 0044 7700 900123", "I returned the item, [phone]")]
    [InlineData("model broken, 0049 171 1234567", "model broken, [phone]")]
    [InlineData("model 0049 171 1234567", "model [phone]")]
    [InlineData("My number for this item is 0033 6 12 34 56 78", "My number for this item is [phone]")]
    [InlineData("My brother: 7700 900 123", "My brother: [phone]")]
    [InlineData("my brother 470 12 34 56", "my brother [phone]")]
    [InlineData("M. Weber 6 12 34 56 78", "M. [name] [phone]")]
    [InlineData("Mr Ford 7700 900 123", "Mr [name] [phone]")]
    [InlineData("Mr Opel 7700 900 123", "Mr [name] [phone]")]
    [InlineData("Mr Wagner 20 7946 0958", "Mr [name] [phone]")]
    [InlineData("Bosch SAV 1 23 45 67 89", "Bosch SAV [phone]")]
    [InlineData("Bosch 1 23 45 67 89", "Bosch [phone]")]
    [InlineData("seat 212 555 26 71", "seat [phone]")]
    [InlineData("Call me to get it replaced: 555-867-5309", "Call me to get it replaced: [phone]")]
    [InlineData("I want it replaced (555) 867-5309", "I want it replaced [phone]")]
    [InlineData("Rappelez-moi pour le faire remplacer : 0612345678", "Rappelez-moi pour le faire remplacer : [phone]")]
    [InlineData("Article cassé à remplacer - 0612345678", "Article cassé à remplacer - [phone]")]
    [InlineData("Can you replace it: 555-867-5309", "Can you replace it: [phone]")]
    [InlineData("Je voudrais remplacer 0612345678", "Je voudrais remplacer [phone]")]
    [InlineData("UPC 012345678905, 555-867-5309", "UPC 012345678905, [phone]")]
    [InlineData("GTIN 03660491234567, 06 12 34 56 78", "GTIN 03660491234567, [phone]")]
    [InlineData("Réf 4059952564, 0612345678", "Réf 4059952564, [phone]")]
    [InlineData("Rappelez-moi pour la référence : 06 12 34 56 78", "Rappelez-moi pour la référence : [phone]")]
    [InlineData("Appelez-moi pour le code promo : 06 12 34 56 78", "Appelez-moi pour le code promo : [phone]")]
    [InlineData("Text me the code - 555-867-5309", "Text me the code - [phone]")]
    [InlineData("Pouvez-vous m'appeler pour la pièce : 06 12 34 56 78", "Pouvez-vous m'appeler pour la pièce : [phone]")]
    [InlineData("Give me a call about the item 555-867-5309", "Give me a call about the item [phone]")]
    [InlineData("Mon produit est un lave-linge Bosch : 0612345678", "Mon produit est un lave-linge Bosch : [phone]")]
    [InlineData("My item is a Samsung (555) 867-5309", "My item is a Samsung [phone]")]
    [InlineData("Mon produit est un Bosch 0612345678", "Mon produit est un Bosch [phone]")]
    public void A_telephone_is_hidden_beside_goods_and_makers(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Reçu le 05/11/24, 14.30")]
    [InlineData("Livraison prévue le 05/11/24, 14-18h")]
    [InlineData("Delivered 05.11.24, 10-12")]
    [InlineData("Commandé le 02/11/24\n05/12")]
    [InlineData("Ouvert 09-12\n14-18 06")]
    [InlineData("Mois :\n03\n06\n09\n12\n18")]
    [InlineData("Filtres 06 08 10, 12 15 mm")]
    [InlineData("Modèles 04 06, 08 10 15W")]
    [InlineData("Chapitres 01-03, 05-07-10")]
    [InlineData("order 104233 - 49.90 €", "order [order number] - 49.90 €")]
    [InlineData("order 104233 2.5 kg", "order [order number] 2.5 kg")]
    [InlineData("commande 104233 2-3 jours", "commande [order number] 2-3 jours")]
    [InlineData("order 104233 2024-05-12 delivered", "order [order number] 2024-05-12 delivered")]
    [InlineData("Order 104233 12.03.2024", "Order [order number] 12.03.2024")]
    [InlineData("order 104233 150 pieces", "order [order number] 150 pieces")]
    [InlineData("commande 104233 300 exemplaires", "commande [order number] 300 exemplaires")]
    [InlineData("order 104233 256 GB", "order [order number] 256 GB")]
    [InlineData("order 104233 120 x 60", "order [order number] 120 x 60")]
    [InlineData("order 104233 1 of 3 arrived", "order [order number] 1 of 3 arrived")]
    [InlineData("colis 120 80 40")]
    [InlineData("colis de 120 80 40")]
    [InlineData("Sizes available: 06 08 10 12 14")]
    [InlineData("Tailles en stock : 06 08 10 12 14")]
    [InlineData("tailles 06-08-10-12-14")]
    [InlineData("Tomes 01-02-03-04-05")]
    [InlineData("Mon No Frost 12345678 fuit")]
    [InlineData("my no for it is 12345678", "my no for it is [phone]")]
    [InlineData("Tailles ? Jeanne, 06.08.10.12.14", "Tailles ? Jeanne, [phone]")]
    [InlineData("réf - 0612345678, réf. - 06 12 34 56 78")]
    [InlineData("Ce filtre remplace le 0986494294 et le joint remplace 0986494294 ?")]
    public void Sizes_hours_and_days_stay(string text, string? masked = null) => Assert.Equal(masked ?? text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("I want to order ref GSS25GSX"), InlineData("commande réf GSS25GSX"), InlineData("Ma commande : réf. LAMPE12 en noir"), InlineData("achat réf. CHAISE4"), InlineData("return code ERR404"), InlineData("Hand tracking QUEST3")]
    [InlineData("eye tracking PSVR2X"), InlineData("suivi GPS100"), InlineData("réservation PS5PRO"), InlineData("colis PICKUP24"), InlineData("écran 55 po 12000"), InlineData("un écran de 55 PO 12000")]
    public void A_model_is_no_order(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Mon appareil est mort\n@fnac.com aucune réponse"), InlineData("Super produit\n@boulanger.fr livre vite"), InlineData("prix 12 @\nfnac.com"), InlineData("écrivez arobase point fr")]
    public void A_shop_at_the_beginning_of_a_line_is_no_mailbox(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("jane\n@gmail.com", "[e-mail]")]
    [InlineData("It is jane.doe\n@mail.example", "It is [e-mail]")]
    [InlineData("My e-mail is jane\n@mail.example", "My e-mail is [e-mail]")]
    public void A_mailbox_in_two_lines_is_one(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Mon robot ne démarre pas", "@darty.com dit autre chose")]
    [InlineData("Quelles sont les tailles : 03 06 09", "12 18 mois ?")]
    [InlineData("Il me faut les pièces 06 07", "08 12 15 pour la lampe")]
    public void Two_messages_say_no_more_than_each(string first, string second)
    {
        var site = new Site { Id = Guid.CreateVersion7(), Languages = "en fr" };
        var question = new DraftEdition(new Judges()).Make(site, "fr", [Said(1, first), Said(2, second)]).Question;
        Assert.Contains(first, question);
        Assert.Contains(second, question);
    }

    [Theory]
    [InlineData("32•34•36•38•40•42"), InlineData("32·34·36·38·40"), InlineData("02~04~06~08~12"), InlineData("5..10..15..20"), InlineData("2 . 5 . 3 . 4")]
    [InlineData("Tailles 32•34•36•38•40•42"), InlineData("indices IP 44,54,65,67"), InlineData("degrés de protection IP 44,54,65,97")]
    [InlineData("Bosch Professional 2 608 585 043"), InlineData("Makita lame 196 282 351"), InlineData("Neff joint 12 028 888")]
    [InlineData("HP 123456 A"), InlineData("GE 123456 B"), InlineData("cartouche EC 123456 C"), InlineData("Sac AB 123456 C"), InlineData("ni AB123456C")]
    public void Rows_of_sizes_and_articles_stay(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("my ip is 2 . 5 . 3 . 4", "my ip is [IP address]")]
    [InlineData("AB 12 34 56 C", "[social security number]")]
    [InlineData("ni number JC123456D", "ni number [social security number]")]
    [InlineData("Ni no: JC123456D", "Ni no: [social security number]")]
    [InlineData("his ni is JC 123456 D", "his ni is [social security number]")]
    [InlineData("po number 104233", "po number [order number]")]
    [InlineData("our po is 4500012345", "our po is [order number]")]
    [InlineData("My order 10423 88123 arrived broken", "My order [order number] arrived broken")]
    [InlineData("my ip is 10,0,0,12", "my ip is [IP address]")]
    [InlineData("mon ip est 5,39,67,12", "mon ip est [IP address]")]
    [InlineData("My number is 612•345•678", "My number is [phone]")]
    [InlineData("Tel 20•12•34•56", "Tel [phone]")]
    [InlineData("Tél. 01•09•15•22•38", "Tél. [phone]")]
    public void What_is_called_so_or_written_so_is_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    private static EventRow Said(long seq, string text) => new() { Seq = seq, Kind = EventKinds.Message, Audience = Audiences.All, AuthorKind = "visitor", Body = text, At = seq };
}
