using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>What the end of a line or of a message cuts in two is none the less what it is.</summary>
public sealed class SplitDataTests
{
    private static readonly Guid Maya = Guid.CreateVersion7();

    private readonly Site _site = new() { Id = Guid.CreateVersion7(), Languages = "en fr" };

    [Theory]
    [InlineData("Mon numéro : 06 12", "34 56 78", "06 12", "34 56 78")]
    [InlineData("appelez-moi au 06 12 34", "56 78 merci", "06 12 34", "56 78")]
    [InlineData("It is FR7630006000", "011234567890189", "FR763", "0112345")]
    [InlineData("my IBAN is FR76 3000 6000", "0112 3456 7890 189", "FR76", "0112")]
    [InlineData("Write to jane.doe", "@gmail.com", "jane", "gmail")]
    [InlineData("Write to jane.doe@", "gmail.com", "jane", "gmail")]
    [InlineData("SSN 123-45", "6789", "123-45", "6789")]
    [InlineData("Reach me at +44", "7700 900123", "+44", "900123")]
    [InlineData("call 415-555", "2671", "415-555", "2671")]
    public void Of_two_messages_nothing_is_published(string first, string second, string one, string two)
    {
        const string ask = "Does the lamp of the kitchen dim?";
        var question = Made(ask, first, second).Question;
        Assert.DoesNotContain(one, question);
        Assert.DoesNotContain(two, question);
        Assert.Contains(ask, question);

        var answers = new DraftEdition(new Judges()).Make(_site, "en", [Said(1, null, ask), Said(2, Maya, first), Said(3, Maya, second)]);
        Assert.DoesNotContain(one, answers.Answers[0].Body);
        Assert.DoesNotContain(two, answers.Answers[0].Body);
        Assert.Contains(answers.Risks, risk => risk.StartsWith(DraftRisks.Masked, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_site_lets_stand_stands_in_two_messages_too()
    {
        var site = _site with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "06 12 34 56 78") };
        var draft = new DraftEdition(new Judges()).Make(site, "fr", [Said(1, null, "Le numéro de la boutique : 06 12"), Said(2, null, "34 56 78 est-il juste ?")]);

        Assert.Contains("06 12", draft.Question);
    }

    [Theory]
    [InlineData("06 12 34\n56 78", "[phone]")]
    [InlineData("It is jane@\nexample.com.", "It is [e-mail].")]
    [InlineData("call me at +44\n7700 900123", "call me at [phone]")]
    [InlineData("My IBAN: FR76 3000 6000\r\n0112 3456 7890 189 thanks", "My IBAN: [IBAN] thanks")]
    [InlineData("appelez-moi au 06 12 34\n\n56 78 merci", "appelez-moi au [phone] merci")]
    [InlineData("My telephone is 06 12 34, 56 78", "My telephone is [phone]")]
    public void Of_two_lines_nothing_is_left(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("It measures 24 36\n48 60 and weighs 12")]
    [InlineData("01 02\n03 04 05")]
    [InlineData("Sizes:\n36\n38\n40\n42\n44")]
    [InlineData("750\n1250\n1500")]
    [InlineData("Parts 5304458371\n316075103")]
    [InlineData("06 12 34\n56 78 90")]
    [InlineData("Thanks\n@free is the name of it")]
    [InlineData("Sizes 06, 12, 34, 56, 78")]
    public void Lists_of_numbers_stay(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("It is 06 12", "34 watts, 56 78 or more?")]
    [InlineData("The lamp is 24 by 36", "48 by 60 is the other one")]
    public void So_do_numbers_of_two_messages(string first, string second)
    {
        var question = Made(first, second).Question;
        Assert.Contains(first, question);
        Assert.Contains(second, question);
    }

    private Draft Made(params string[] texts) => new DraftEdition(new Judges()).Make(_site, "en", [.. texts.Select((text, at) => Said(at + 1, null, text)), Said(texts.Length + 1, Maya, "Somebody of the shop will look after that.")]);

    private static EventRow Said(long seq, Guid? member, string text) =>
        new() { Seq = seq, Kind = EventKinds.Message, Audience = Audiences.All, AuthorKind = member is null ? "visitor" : "member", Author = member, Body = text, At = seq };
}
