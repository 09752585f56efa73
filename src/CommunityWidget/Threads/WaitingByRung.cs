using CommunityWidget.Database;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Threads;

/// <summary>How many questions wait, on which rung; all nodes say the same.</summary>
public sealed class WaitingByRung(Db db) : IGauge
{
    public string Name => "communitywidget.questions.waiting";

    public string Unit => "{question}";

    public string Description => "Questions that wait, by rung of the ladder.";

    public async Task<IReadOnlyList<Reading>> Read()
    {
        var waiting = (await db.Query<Count>("select rung, count(*) as questions from threads where state = 'waiting' group by rung")).ToDictionary(one => one.Rung, one => one.Questions);
        // A rung on which nobody waits is told too: a line that ends says nothing.
        return [.. waiting.Keys.Union([1L, 2L, 3L]).Order().Select(rung => new Reading(waiting.GetValueOrDefault(rung), "rung", rung.ToString()))];
    }

    private sealed record Count
    {
        public long Rung { get; init; }
        public long Questions { get; init; }
    }
}
