using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Why a question went where it went, kept as data an admin can read.</summary>
public sealed class Explanations(Db db, TimeProvider clock)
{
    private const int Named = 100;

    /// <param name="tx">The transaction that acts on it.</param>
    /// <param name="thread">The question, the step done.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="site">As it was then: its ladder and hours may be others tomorrow.</param>
    public Task Store(Tx tx, ThreadRecord thread, MatchDecision decision, Site site)
    {
        var step = new ExplainedStep(
            clock.NowMs(),
            [.. decision.Outcomes.Select(Word)],
            [.. decision.Considered.Take(Named)],
            decision.Considered.GroupBy(c => c.Verdict).ToDictionary(g => g.Key, g => g.Count()))
        {
            Seq = thread.LastSeq,
            Happened = [.. decision.Outcomes.Select(ExplainedOutcome.Of)],
            Ladder = site.Ladder.Rungs,
            TeamOpen = site.Hours.OpenAt(clock.GetUtcNow()),
        };
        return tx.Execute(
            "insert into explanations (id, thread, at, step) values (@Id, @Thread, @At, @Step)",
            new { Id = clock.NewId(), Thread = thread.Id, step.At, Step = JsonSerializer.Serialize(step, JsonSerializerOptions.Web) });
    }

    public async Task<IReadOnlyList<ExplainedStep>> Of(Guid thread) =>
        [.. (await db.Query<string>("select step from explanations where thread = @thread order by at, id", new { thread }))
            .Select(json => JsonSerializer.Deserialize<ExplainedStep>(json, JsonSerializerOptions.Web)!)];

    private static string Word(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Offered o => $"offered {o.Members.Count} on rung {o.Rung}",
        MatchOutcome.Widened o => $"widened to rung {o.Rung}, nobody could be asked",
        MatchOutcome.HandedToAgents o => $"handed to agents on rung {o.Rung}",
        MatchOutcome.Withdrawn w => $"{w.Offers.Count} withdrawn, their members gone",
        MatchOutcome.Parked => RungKinds.Parked,
        _ => outcome.GetType().Name,
    };
}
