using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Words;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>An answer is said to be in another language than its page's only where its small words leave no doubt, however it is written.</summary>
public sealed class WrittenLanguageTests
{
    [Theory]
    [InlineData("fr", "It does, and the cable can be cut down to what you need before it is glued on.", "en")]
    [InlineData("fr-CA", "It does, and the CABLE can be cut down to what you need before it is glued on.", "en")]
    [InlineData("en", "Oui, le cable est dans la boite avec les vis et une notice pour le montage.", "fr")]
    [InlineData("en", "Oui, vendu avec le cable.", "en")]
    [InlineData("en", "It does, and the cable can be cut. Le cable est dans la boite avec les vis et une notice.", "en")]
    [InlineData("de", "It does, and the cable can be cut down to what you need before it is glued on.", "de")]
    [InlineData("en", "WRX-500", "en")]
    [InlineData("en", "", "en")]
    public void The_same_is_said_of_plain_letters_and_of_others(string page, string answer, string language)
    {
        Assert.Equal(language, Of(answer, page));
        // A letter beyond the plain ones that is no word of either language.
        Assert.Equal(language, Of($"{answer} Ω", page));
    }

    private static string Of(string answer, string page) => WrittenLanguage.Of(new Answer { Body = answer }, new Edition { Language = page });
}
