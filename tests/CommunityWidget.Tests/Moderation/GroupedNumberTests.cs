using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Numbers in groups: of an order all of them go, and a maker's article is no telephone.</summary>
public sealed class GroupedNumberTests
{
    [Theory]
    [InlineData("mon compte 30006 00001 12345678901 89", "mon compte [order number]")]
    [InlineData("commande 4029 3577 33", "commande [order number]")]
    [InlineData("bank account 12-34-56 12345678", "bank account [order number]")]
    [InlineData("facture F2026 00123", "facture [order number]")]
    [InlineData("Order 112-9493472 8849067", "Order [order number]")]
    [InlineData("colis 6A12345 678901", "colis [order number]")]
    [InlineData("customer account 1234 5678 9012 3456", "customer account [order number]")]
    [InlineData("customer account 1985 5678 9012 3456, please", "customer account [order number], please")]
    [InlineData("My order 4029 3577 33 has not come", "My order [order number] has not come")]
    [InlineData("order 104233 - 12345", "order [order number]")]
    public void All_groups_of_an_order_s_number_are_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("order id AB12CD34EF", "order id [order number]")]
    [InlineData("commande ABC123", "commande [order number]")]
    [InlineData("PO# 4500123456", "PO# [order number]")]
    [InlineData("transaction 5TY05013RG002845M", "transaction [order number]")]
    [InlineData("JJD000390007827123456", "[order number]")]
    [InlineData("IBANFR7630006000011234567890189", "IBAN[IBAN]")]
    [InlineData("Je commande GSS25GSX. I want to order GSS25GSX, the PO box and the order of the WAT28K", "Je commande GSS25GSX. I want to order GSS25GSX, the PO box and the order of the WAT28K")]
    public void A_code_is_one_where_nothing_else_can_stand(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("order 104233 12 pieces", "order [order number] 12 pieces")]
    [InlineData("order 104233 2 weeks ago", "order [order number] 2 weeks ago")]
    [InlineData("commande 104233 le 12/03/2024", "commande [order number] le 12/03/2024")]
    [InlineData("order 104233 500 mAh", "order [order number] 500 mAh")]
    [InlineData("An order of 250 000 pieces, order 1 250 000", "An order of 250 000 pieces, order 1 250 000")]
    public void What_counts_something_behind_it_stays(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("hinge 404.510.24 from IKEA")]
    [InlineData("art. 104.510.24")]
    [InlineData("Neff 12 028 888, Siemens 17 000 705")]
    [InlineData("PNC: 911 434 305")]
    [InlineData("Stihl 1127 640 3201")]
    [InlineData("Bosch 2 608 585 043")]
    [InlineData("Miele hose 10.2345.67")]
    [InlineData("Renault 82 01 089 536")]
    [InlineData("part number 0011 123 4567")]
    [InlineData("model 00-8721-543-01")]
    [InlineData("pièce 00.145.212.00")]
    public void An_article_s_number_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("I was told by Bosch 01 23 45 67 89", "I was told by Bosch [phone]")]
    [InlineData("Miele 269-923-5000", "Miele [phone]")]
    [InlineData("call Bosch on 2 608 585 043", "call Bosch on [phone]")]
    [InlineData("This model? 0049 171 1234567", "This model? [phone]")]
    public void A_telephone_beside_a_maker_is_one(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);
}
