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
    [InlineData("order 104233—please", "order [order number]—please")]
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
    [InlineData("jane (at) example (.) com"), InlineData("jane [at] example [.] com"), InlineData("jane at example . com"), InlineData("jane&#64;example.com"), InlineData("jane|at|example.com"), InlineData("jane*at*example*dot*com"), InlineData("jane arobase mail fr")]
    [InlineData("jean à dupont-menuiserie point fr"), InlineData("jeanne chez atelier-martin point fr")]
    public void An_address_is_hidden_however_it_is_spelled(string text) => Assert.Equal("[e-mail]", PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("mon mail c'est jean à dupont point fr, merci", "mon mail c'est [e-mail], merci")]
    [InlineData("Acheté chez Leroy-Merlin point de vente de Lyon, livré chez Leroy-Merlin point relais", null)]
    [InlineData("commandé chez Leroy-Merlin point com, rendez-vous à Saint-Denis point info", null)]
    [InlineData("jean à dupont point fr est un point", null)]
    [InlineData("Acheté hier chez Leroy-Merlin point fr, la même perceuse chez Leroy-Merlin point com", null)]
    [InlineData("jean.d chez atelier-martin point fr", "[e-mail]")]
    public void A_word_of_place_joins_an_address_where_it_could_join_nothing_else(string text, string? masked) => Assert.Equal(masked ?? text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("82[.]64[.]12[.]17", "[IP address]")]
    [InlineData("my ip is 82,64,12,17", "my ip is [IP address]")]
    [InlineData("82 . 64 . 12 . 17", "[IP address]")]
    [InlineData("ip82.64.12.17", "ip[IP address]")]
    [InlineData("my ip is dead:beef::cafe", "my ip is [IP address]")]
    public void So_is_one_of_a_machine(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Look *at* amazon.com and *that*|this one|at")]
    [InlineData("He said 82 . Then 12 came. Type A (.) or B")]
    [InlineData("The sizes are 82,64,12,17, the flag is cafe::beef, std::dead")]
    [InlineData("chip82.64 and strip12")]
    public void What_only_looks_like_one_of_them_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("10 Downing St, SW1A 2AA"), InlineData("123 Main St Apt 4 Springfield IL 62704"), InlineData("123 Main St Apt 4, Boston MA"), InlineData("Storgatan 5, 111 22 Stockholm"), InlineData("C/ Mayor 5, 3º A, 28013 Madrid"), InlineData("ul. Marszałkowska 10, 00-590 Warszawa")]
    public void An_address_goes_up_to_its_town(string text) => Assert.Equal("[address]", PersonalDataMasker.Mask(text, "en").Text);

    [Fact]
    public void What_stands_behind_an_address_stays() =>
        Assert.Equal("UL 94 and UL Listed 507, C/ 5; [address], 3 pièces 45678", PersonalDataMasker.Mask("UL 94 and UL Listed 507, C/ 5; 12 rue des Lilas, 3 pièces 45678", "en").Text);

    [Theory]
    [InlineData("Ni 2 ni 3, ni 123456789 pièces")]
    [InlineData("model AB123456C, Bosch BX 123456 A")]
    [InlineData("Sofa DX 123456 A")]
    public void A_model_that_looks_like_one_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);
}
