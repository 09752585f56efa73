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

    [Theory]
    [InlineData("GET /admin/audit", "open “Audit”", "ouvrir «\u00a0Journal d’audit\u00a0»")]
    [InlineData("POST /admin/people/{id:guid}/data?handler=Erase", "act on “People”", "agir dans «\u00a0Personnes\u00a0»")]
    [InlineData("GET /moderation/{id}/original", "open “Moderation”", "ouvrir «\u00a0Modération\u00a0»")]
    [InlineData("POST /api/v1/threads/{id}/answers cw_12345678", "answer by a program", "répondre par un programme")]
    public void A_door_is_told_in_words(string action, string english, string french) =>
        Assert.Equal((english, french), (AdminTexts.In("en").WhatOfRoute(action), AdminTexts.In("fr").WhatOfRoute(action)));

    [Theory]
    [InlineData("GET /somewhere")]
    [InlineData("AgentHub.Take")]
    [InlineData("GET")]
    public void A_door_without_words_stands_as_it_is(string action) => Assert.Null(AdminTexts.In("en").WhatOfRoute(action));

    private static void HasWords(string action)
    {
        var (english, french) = (AdminTexts.In("en").What(new Change { Action = action }, "x"), AdminTexts.In("fr").What(new Change { Action = action }, "x"));
        Assert.DoesNotContain(action, english, StringComparison.Ordinal);
        Assert.NotEqual(english, french);
    }
}
