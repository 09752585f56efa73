using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Numbers of people however they are cut, and those that states give them.</summary>
public sealed class SeparatedNumberTests
{
    private static readonly string[] Signs = ["—", "•", "~", "..", "--", " : ", "→", "\\"];

    [Theory]
    [InlineData("06 12 34 56 78", "[phone]")]
    [InlineData("call 06 12 34 56 78 now", "call [phone] now")]
    [InlineData("card 4111 1111 1111 1111", "card [card]")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", "[IBAN]")]
    [InlineData("078 05 1120", "[social security number]")]
    public void Whatever_stands_between_its_groups_it_is_hidden(string text, string masked)
    {
        foreach (var sign in Signs)
        {
            var written = string.Concat(text.Select((c, at) => c == ' ' && at > 0 && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) ? sign : c.ToString()));
            Assert.Equal((sign, masked), (sign, PersonalDataMasker.Mask(written, "en").Text));
        }
    }

    [Theory]
    [InlineData("⁰⁶ ¹² ³⁴ ⁵⁶ ⁷⁸", "[phone]")]
    [InlineData("06 12 34, 56 78", "[phone]")]
    [InlineData("4111 1111, 1111 1111", "[card]")]
    public void So_it_is_in_raised_digits_and_with_a_comma(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("10~20 mm, 5..10, 16 : 9, 750—1500")]
    [InlineData(@"C:\2014\05\file, 12 : 30 : 45")]
    [InlineData("12 m² and 10³, or 5 m²; from 1990—2010")]
    public void Sizes_and_times_stay(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("NI number JC123456D"), InlineData("NI: JC123456D"), InlineData("my ni is JC123456D"), InlineData("JC 123456 D"), InlineData("BSN 123456782"), InlineData("PESEL 85070912345"), InlineData("DNI: 12345678-Z"), InlineData("NIE: X-1234567-L")]
    [InlineData("Personnummer: 850709-9805"), InlineData("PPS number 1234567TA"), InlineData("NIF 123456789"), InlineData("1/85/05/78/006/084/91")]
    public void A_number_a_state_gives_is_hidden(string text)
    {
        var found = Assert.Single(PersonalDataMasker.Find(text));
        Assert.Equal((DataKinds.SocialSecurity, text.Length), (found.Kind, found.End));
        Assert.DoesNotContain(text[..found.Start], char.IsAsciiDigit);
    }

    [Theory]
    [InlineData("Ni 2 ni 3, ni 123456789 pièces")]
    [InlineData("model AB123456C, Bosch BX 123456 A")]
    [InlineData("Sofa DX 123456 A")]
    public void A_model_that_looks_like_one_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);
}
