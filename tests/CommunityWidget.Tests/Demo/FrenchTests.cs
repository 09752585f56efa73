using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Demo;
using CommunityWidget.Pages.Texts;

namespace CommunityWidget.Tests.Demo;

/// <summary>The French of the pages the server renders, as French is set.</summary>
public sealed partial class FrenchTests
{
    public static TheoryData<string> Pages() => [.. Words.Keys];

    private static Dictionary<string, object> Words { get; } = new()
    {
        ["our pages"] = PageTexts.In("fr"),
        ["answer pages"] = AnswersTexts.In("fr"),
        ["shop"] = ShopTexts.In("fr"),
        ["developers"] = DeveloperTexts.In("fr"),
        ["commands and events"] = WidgetCommand.All.Select(c => c.French).Concat(WidgetEvent.All.Select(e => e.French)),
        ["lamps"] = Catalogue.All.Select(p => p.In("fr")),
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_sign_in_two_parts_never_begins_a_line(string page)
    {
        var words = Regex.Unescape(JsonSerializer.Serialize(Words[page]));

        Assert.Empty(BreakingSpace().Matches(words).Select(found => found.Value));
    }

    [GeneratedRegex("""[^"]{0,30}( [;:!?»%€]|« |\w[;!?»])[^"]{0,10}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BreakingSpace();
}
