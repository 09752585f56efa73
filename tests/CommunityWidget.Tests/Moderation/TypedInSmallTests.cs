using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What people type in small letters, and without a space, is no less theirs.</summary>
public sealed class TypedInSmallTests
{
    [Theory]
    [InlineData("mme Dupont called, so did mr Smith", "mme [name] called, so did mr [name]")]
    [InlineData("je suis monsieur Dupont", "je suis monsieur [name]")]
    [InlineData("mr smith", "mr [name]")]
    [InlineData("Ask mr smith, he knows. Or mrs o'brien.", "Ask mr [name], he knows. Or mrs [name].")]
    [InlineData("It is mr smith's, not mr john smith.", "It is mr [name]'s, not mr [name].")]
    [InlineData("Mme dupont", "Mme [name]")]
    [InlineData("Ask Mr.Smith, Mme.Martin or M.Dupont, mlle. durand.", "Ask Mr.[name], Mme.[name] or M.[name], mlle. [name].")]
    [InlineData("j'habite 12 rue des lilas 75012 paris", "j'habite [address]")]
    [InlineData("12 rue des Lilas, 44600 saint nazaire et merci", "[address] et merci")]
    [InlineData("12 rue de la paix 69400 villefranche sur saone.", "[address].")]
    [InlineData("12 rue des lilas 63000 clermont ferrand", "[address]")]
    [InlineData("12 rue des lilas 75012 paris je voudrais savoir", "[address] je voudrais savoir")]
    [InlineData("12 rue des lilas 75012 paris lave-vaisselle en panne", "[address] lave-vaisselle en panne")]
    [InlineData("12 rue des lilas 75012 paris livraison prévue mardi", "[address] livraison prévue mardi")]
    [InlineData("45 elm street, springfield il 62701", "[address]")]
    [InlineData("45 Elm Street, Springfield il 62701, please", "[address], please")]
    [InlineData("android ip: 82.64.12.17", "android ip: [IP address]")]
    [InlineData("My Windows IP address is 82.64.12.17, mon adresse ip 82.64.12.18", "My Windows IP address is [IP address], mon adresse ip [IP address]")]
    public void It_is_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("oui madame, merci monsieur. Bonjour madame Je voudrais savoir")]
    [InlineData("Does mr coffee fit? Or mr. coffee, mr heater. The mr coffee's pot.")]
    [InlineData("Chez monsieur store, monsieur meuble. Vu dans madame figaro, merci.")]
    [InlineData("Does 90915-10003 fit? Vous livrez 75001-75020 ?")]
    [InlineData("Is it a Monsieur Cuisine or a monsieur cuisine?")]
    [InlineData("A delay of 50 ms is fine. I miss it. Turn the dr off.")]
    [InlineData("android firmware 4.1.2.3, ip camera version 4.1.2.3")]
    [InlineData("Dr.Pepper, Mr.Coffee and an M.Sc.")]
    public void What_is_nobody_s_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("45 elm street and the model 62701", "[address] and the model 62701")]
    [InlineData("12 rue des lilas commande 62701", "[address] commande [order number]")]
    public void A_number_behind_a_street_is_no_post_code_where_something_else_is_said(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);
}
