using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Makes and colours that are called like people stay: hidden, nobody would understand the question.</summary>
public sealed class MakerNameTests
{
    [Theory]
    [InlineData("Ray-Ban Wayfarer"), InlineData("Are these Ray Ban? Or RAY-BAN, Ray-Bans, Ray Ban's"), InlineData("un parfum Jean Paul Gaultier, Jean-Paul Gaultier"), InlineData("The shirt in Heather Grey or Jade Green"), InlineData("Taille des Dr. Martens ? Dr Martens 1460")]
    [InlineData("Miss Dior 50 ml"), InlineData("Jimmy Choo shoes, Ted Baker London, Paul Smith, Nina Ricci and Philippe Starck's lamp"), InlineData("Russell Hobbs kettle, a Joseph Joseph bin, an Emile Henry dish"), InlineData("Vera Wang, Tom Ford, Fred Perry, Paul Mitchell")]
    [InlineData("Le magazine Marie Claire Idées"), InlineData("Dr. Oetker and Dr. Hauschka"), InlineData("Charlie Brown, Peter Rabbit and Harry Potter mugs")]
    public void A_make_is_nobody(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Ask Ray Bannister or Jimmy Miller", "Ask [name] or [name]")]
    [InlineData("Ask Paul Smithson, or Nina Riccione", "Ask [name], or [name]")]
    [InlineData("My name is Paul Smith.", "My name is [name].")]
    [InlineData("Do you sell Paul Smith shirts? Thanks, Paul Smith.", "Do you sell Paul Smith shirts? Thanks, [name].")]
    [InlineData("Mr Martens, Mme Dior", "Mr [name], Mme [name]")]
    [InlineData("Heather Miller in Jade Green", "[name] in Jade Green")]
    [InlineData("Ted Baker by Jane Miller", "Ted Baker by [name]")]
    [InlineData("Dr. Martin, Miss Dorian", "Dr. [name], Miss [name]")]
    public void Whoever_is_called_otherwise_is_somebody(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);
}
