using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>
/// Visitors who may not write for a while. They are few, and every message asks: so each node remembers them, from the moment it hears of one
/// and anew every few seconds. Whoever is silenced is told so, and until when.
/// </summary>
public sealed class Silences(Db db, TimeProvider clock)
{
    private const int Most = 100_000;

    private volatile IReadOnlyDictionary<Guid, long> _until = new Dictionary<Guid, long>();

    /// <summary>Null lets the visitor write.</summary>
    public Refusal? Of(Caller caller)
    {
        if (caller is not VisitorCaller || !_until.TryGetValue(caller.Id, out var until)) return null;
        var left = until - clock.NowMs();
        return left <= 0 ? null : Refusals.Silenced with { RetryAfter = (int)Math.Min(int.MaxValue, (left + 999) / 1_000) };
    }

    public async Task Refresh()
    {
        var silenced = await db.Query<Silence>(
            "select id, silenced_until as until from visitors where silenced_until > @now limit @Most", new { now = clock.NowMs(), Most });
        _until = silenced.ToDictionary(one => one.Id, one => one.Until);
    }

    private sealed record Silence
    {
        public Guid Id { get; init; }
        public long Until { get; init; }
    }
}
