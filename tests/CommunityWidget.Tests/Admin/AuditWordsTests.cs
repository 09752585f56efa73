using System.Reflection;
using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;

namespace CommunityWidget.Tests.Admin;

/// <summary>What moderators decide stands in the audit in words, whatever comes to be decided.</summary>
public sealed class AuditWordsTests
{
    public static TheoryData<string> Decided() => [.. typeof(DecisionKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(kind => $"{kind.GetRawConstantValue()}")];

    [Theory]
    [MemberData(nameof(Decided))]
    public void Every_decision_and_its_undoing_have_words_in_both_languages(string kind) =>
        Assert.All(new[] { $"decided.{kind}", $"undone.{kind}" }, HasWords);

    [Theory]
    [InlineData(Verdicts.Passed)]
    [InlineData(Verdicts.Refused)]
    public void So_has_what_was_held(string verdict) => HasWords($"held.{verdict}");

    private static void HasWords(string action)
    {
        var (english, french) = (AdminTexts.In("en").What(new Change { Action = action }, "x"), AdminTexts.In("fr").What(new Change { Action = action }, "x"));
        Assert.DoesNotContain(action, english, StringComparison.Ordinal);
        Assert.NotEqual(english, french);
    }
}
