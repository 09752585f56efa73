using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Makes and colours that are called like people stay: hidden, nobody would understand the question.</summary>
public sealed class MakerNameTests
{
    [Theory]
    [InlineData("Ray-Ban Wayfarer"), InlineData("Are these Ray Ban? Or RAY-BAN, Ray-Bans, Ray Ban's"), InlineData("un parfum Jean Paul Gaultier, Jean-Paul Gaultier"), InlineData("The shirt in Heather Grey or Jade Green"), InlineData("Taille des Dr. Martens ? Dr Martens 1460")]
    [InlineData("Miss Dior 50 ml"), InlineData("Jimmy Choo shoes, Ted Baker London, Nina Ricci and Philippe Starck's lamp"), InlineData("Russell Hobbs kettle, a Joseph Joseph bin, an Emile Henry dish"), InlineData("Vera Wang, Tom Ford, Fred Perry, Paul Mitchell")]
    [InlineData("Le magazine Marie Claire Idées"), InlineData("Dr. Oetker and Dr. Hauschka"), InlineData("Charlie Brown, Peter Rabbit and Harry Potter mugs")]
    [InlineData("Polo Ralph Lauren Homme"), InlineData("A Ralph Lauren Polo"), InlineData("Jamie Oliver Tefal pan"), InlineData("Michael Jordan Nike"), InlineData("John Lewis Anyday")]
    [InlineData("Jean Droit Denim"), InlineData("Jean Stretch Denim bleu"), InlineData("Jean Taille Haute Denim")]
    public void A_make_is_nobody(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Ask Ray Bannister or Jimmy Miller", "Ask [name] or [name]")]
    [InlineData("Ask Paul Smithson, or Nina Riccione", "Ask [name], or [name]")]
    [InlineData("My name is Paul Smith.", "My name is [name].")]
    [InlineData("Do you sell Ted Baker shirts? Thanks, Ted Baker.", "Do you sell Ted Baker shirts? Thanks, [name].")]
    [InlineData("Mr Martens, Mme Dior", "Mr [name], Mme [name]")]
    [InlineData("Heather Miller in Jade Green", "[name] in Jade Green")]
    [InlineData("Ted Baker by Jane Miller", "Ted Baker by [name]")]
    [InlineData("Dr. Martin, Miss Dorian", "Dr. [name], Miss [name]")]
    public void Whoever_is_called_otherwise_is_somebody(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Je suis Marie-Claire Dupont", "Je suis [name]")]
    [InlineData("Marie Claire Martin attend sa commande", "[name] attend sa commande")]
    [InlineData("Victor Hugo Martinez", "[name]")]
    [InlineData("Laura Ashley Miller", "[name]")]
    [InlineData("Anne Marie Claire Dupont", "[name]")]
    [InlineData("Laura Ashley Home, a Joseph Joseph Bin, Victor Hugo, Les Misérables", null)]
    public void Two_first_names_before_a_family_s_are_somebody(string text, string? masked) => Assert.Equal(masked ?? text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Merci ! Arthur Martin", "Merci ! [name]")]
    [InlineData("Thanks! Paul Smith", "Thanks! [name]")]
    [InlineData("Merci\nArthur Martin", "Merci\n[name]")]
    [InlineData("Thanks\nPaul Smith", "Thanks\n[name]")]
    [InlineData("Best regards\nPaul Smith", "Best regards\n[name]")]
    [InlineData("Cordialement, Paul Smith 06 12 34 56 78", "Cordialement, [name] [phone]")]
    [InlineData("Thanks, Paul Smith, Lyon", "Thanks, [name], Lyon")]
    [InlineData("Je suis Arthur Martin", "Je suis [name]")]
    [InlineData("Livrez à Paul Smith, 12 rue des Lilas", "Livrez à [name], [address]")]
    [InlineData("Merci ! Ted Baker", "Merci ! [name]")]
    [InlineData("Thanks\nTed Baker", "Thanks\n[name]")]
    [InlineData("Best wishes\nTed Baker", "Best wishes\n[name]")]
    [InlineData("Best, Ted Baker", "Best, [name]")]
    [InlineData("Cordialement, Ted Baker 06 12 34 56 78", "Cordialement, [name] [phone]")]
    [InlineData("Thanks, Ted Baker, Lyon", "Thanks, [name], Lyon")]
    [InlineData("Thanks. Ted Baker (Lyon)", "Thanks. [name] (Lyon)")]
    [InlineData("Je suis Ted Baker", "Je suis [name]")]
    [InlineData("I am Ted Baker.", "I am [name].")]
    [InlineData("Thanks! Ted Baker shirts are great. The best Ted Baker 2024? Merci. Russell Hobbs ou Ray-Ban ?", null)]
    [InlineData("Merci Franck Provost, mes cheveux adorent", null)]
    [InlineData("Merci Philippe Starck, très beau", null)]
    [InlineData("Thank you Russell Hobbs, great kettle", null)]
    [InlineData("What I ordered from you: Russell Hobbs, Ted Baker", null)]
    [InlineData("I ordered it from you, Ted Baker, in May", null)]
    [InlineData("Thank you, Ted Baker (Lyon)", "Thank you, [name] (Lyon)")]
    [InlineData("Merci :) Ted Baker", "Merci :) [name]")]
    [InlineData("Je suis Ted Baker, de Lyon", "Je suis [name], de Lyon")]
    public void Who_signs_is_somebody_whatever_they_are_called(string text, string? masked) => Assert.Equal(masked ?? text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Sophie Martin Lacoste polo taille M", "[name] Lacoste polo taille M")]
    [InlineData("Sophie Martin Lacoste polo", "[name] Lacoste polo")]
    [InlineData("Sophie Martin Denim jacket", "[name] Denim jacket")]
    [InlineData("Jane Miller Ted Baker shirt", "[name] Ted Baker shirt")]
    [InlineData("A Marc O'Polo shirt, or Marc O’Polo", null)]
    [InlineData("Sophie Ted Baker shirt", null)]
    public void A_make_ends_a_name(string text, string? masked) => Assert.Equal(masked ?? text, PersonalDataMasker.Mask(text, "en").Text);
}
