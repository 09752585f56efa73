using System.Reflection;
using System.Text.RegularExpressions;
using CommunityWidget.Contracts;

namespace CommunityWidget.Tests.Architecture;

/// <summary>What a member can be refused in a console has words of its own there, in both languages.</summary>
public sealed partial class ConsoleWordsTests
{
    private static readonly string[] Rooms = ["Hubs", "Matching", "Inbox", "Conversations", "Threads"];

    /// <summary>Only visitors are told these, or programs that send what our pages never do.</summary>
    private static readonly string[] OfOthers =
    [
        "consent_outdated", "email_not_usable", "email_off", "identity_not_valid", "key_missing", "link_not_valid", "name_not_usable", "stars_out_of_range", "too_late_to_reopen",
        "too_many_emails", "unknown_site",
    ];

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public void No_refusal_of_the_rooms_behind_the_consoles_is_told_as_something_unexpected(string language)
    {
        var words = Repository.Files("widget/consoles/shared/texts/refusals", ".ts").Single(file => file.Path.EndsWith($"/{language}.ts", StringComparison.Ordinal)).Text;
        var told = Word().Matches(words).Select(match => match.Groups[1].Value);

        Assert.Empty(Refused().Except(OfOthers).Except(told));
    }

    [Fact]
    public void What_is_said_to_be_of_others_is_refused_somewhere() => Assert.Empty(OfOthers.Except(Refused()));

    private static IEnumerable<string> Refused() =>
        from room in Rooms
        from file in Repository.Files($"src/CommunityWidget/{room}", ".cs")
        from Match match in Name().Matches(file.Text)
        where typeof(Refusals).GetField(match.Groups[1].Value, BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is Refusal
        select ((Refusal)typeof(Refusals).GetField(match.Groups[1].Value)!.GetValue(null)!).Code;

    [GeneratedRegex(@"\bRefusals\.(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^  (?<word>\w+): """, RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
