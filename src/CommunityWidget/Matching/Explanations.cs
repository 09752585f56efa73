using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Matching;

/// <summary>Why a question went where it went, kept as data an admin can read.</summary>
public sealed class Explanations(Db db, TimeProvider clock)
{
    private const int Named = 100;

    public Task Store(Tx tx, Guid thread, MatchDecision decision)
    {
        var step = new ExplainedStep(
            clock.NowMs(),
            [.. decision.Outcomes.Select(Word)],
            [.. decision.Considered.Take(Named)],
            decision.Considered.GroupBy(c => c.Verdict).ToDictionary(g => g.Key, g => g.Count()));
        return tx.Execute(
            "insert into explanations (id, thread, at, step) values (@Id, @Thread, @At, @Step)",
            new { Id = clock.NewId(), Thread = thread, step.At, Step = JsonSerializer.Serialize(step, JsonSerializerOptions.Web) });
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

/// <summary>One step of matching, explained.</summary>
/// <param name="At">Unix milliseconds, UTC.</param>
/// <param name="Outcomes">What happened.</param>
/// <param name="Considered">The first 100 members looked at, with the reason for each.</param>
/// <param name="Counts">How many members by reason, all of them.</param>
public sealed record ExplainedStep(long At, IReadOnlyList<string> Outcomes, IReadOnlyList<Considered> Considered, IReadOnlyDictionary<string, int> Counts);
