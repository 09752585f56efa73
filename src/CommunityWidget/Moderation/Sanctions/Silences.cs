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
    /// <summary>What the token of an erased visitor begins with, who can never come in by it again.</summary>
    public const string ErasedMark = "erased ";

    /// <summary>When a block ends. One that says nothing of it was written by a node of an earlier version, and ends with the pause.</summary>
    public const string EndOfBlock = "case when blocked then coalesce(blocked_until, silenced_until) end as blocked_until";

    private const int Most = 100_000;

    private volatile IReadOnlyDictionary<Guid, Silence> _silenced = new Dictionary<Guid, Silence>();

    /// <summary>Null lets the visitor write.</summary>
    public Refusal? Of(Caller caller)
    {
        if (caller is not VisitorCaller || !_silenced.TryGetValue(caller.Id, out var silence) || silence.Erased) return null;
        var left = silence.Until - clock.NowMs();
        return left <= 0 ? null : Refusals.Silenced with { RetryAfter = (int)Math.Min(int.MaxValue, (left + 999) / 1_000) };
    }

    /// <summary>The same as it is stored now.</summary>
    public static async Task<bool> IsSilenced(Tx tx, Guid visitor, long now) => await tx.Find<long>("select count(*) from visitors where id = @visitor and silenced_until > @now", new { visitor, now }) > 0;

    /// <summary>Whether there is anybody whose open sockets matter.</summary>
    public bool AnyShut => _silenced.Values.Any(silence => silence.BlockedUntil > clock.NowMs() || silence.Erased);

    /// <summary>Erased a moment ago: nothing more is theirs to hear.</summary>
    public bool IsErased(Guid visitor) => _silenced.TryGetValue(visitor, out var silence) && silence.Erased;

    /// <summary>Until when nobody new is let in from where they are; null for who is only asked to pause.</summary>
    public long? BlockedUntil(Guid visitor) => _silenced.TryGetValue(visitor, out var silence) && silence.BlockedUntil > clock.NowMs() ? silence.BlockedUntil : null;

    public async Task Refresh()
    {
        var silenced = await db.Query<Silence>(
            $"select id, silenced_until as until, {EndOfBlock}, token_hash like @erased as erased from visitors where silenced_until > @now limit @Most", new { now = clock.NowMs(), erased = ErasedMark + "%", Most });
        _silenced = silenced.ToDictionary(one => one.Id);
    }

    private sealed record Silence
    {
        public Guid Id { get; init; }
        public long Until { get; init; }
        public long? BlockedUntil { get; init; }
        public bool Erased { get; init; }
    }
}
