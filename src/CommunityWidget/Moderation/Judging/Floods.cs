using System.Collections.Concurrent;
using CommunityWidget.People;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Moderation.Judging;

/// <summary>Who says the same over and over, and who says very much at once. Kept in this program only, as numbers, and for a minute.</summary>
public sealed class Floods(TimeProvider clock, IOptions<ModerationOptions> options, IOptions<LimitOptions> limits)
{
    private const int MostKept = 20_000, ShortestCounted = 12, MostKeys = 32;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), TenSeconds = TimeSpan.FromSeconds(10);

    // Without a text: all that was said.
    private readonly ConcurrentDictionary<(Guid Author, int? Text), Count> _said = new();
    private long _sweptAt;
    // No fewer than there are: the dictionary's own count stops everybody who adds, and this is asked for each message.
    private int _kept;

    /// <summary>Counts it too. "Yes" and "ok" may be said as often as one likes, and what is sent again under its key was said once.</summary>
    public bool IsRepeated(Guid author, string text, string key)
    {
        if (text.Length < ShortestCounted) return false;
        return Said((author, string.GetHashCode(text.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)), key, Minute) > options.Value.SameInAMinute;
    }

    /// <summary>Counts it too, whatever is said; what is sent again under its key was said once.</summary>
    public bool IsTooFast(Guid author, string key) => limits.Value.Enabled && Said((author, null), key, TenSeconds) > limits.Value.MessagesInTenSeconds;

    private int Said((Guid, int?) what, string key, TimeSpan within)
    {
        var (now, hash) = (clock.GetTimestamp(), key.GetHashCode(StringComparison.Ordinal));
        Sweep(now);
        var count = _said.AddOrUpdate(
            what,
            _ => new Count(1, now, [hash]),
            (_, before) => clock.GetElapsedTime(before.Since, now) >= within ? new(1, now, [hash])
                : before.Keys.Contains(hash) ? before : new(before.Times + 1, before.Since, [.. before.Keys.TakeLast(MostKeys - 1), hash]));
        if (count.Times == 1) Interlocked.Increment(ref _kept);
        return count.Times;
    }

    // Once a minute, or when it grew too large to wait for that.
    private void Sweep(long now)
    {
        var last = Interlocked.Read(ref _sweptAt);
        if (clock.GetElapsedTime(last, now) < Minute && Volatile.Read(ref _kept) < MostKept) return;
        if (Interlocked.CompareExchange(ref _sweptAt, now, last) != last) return;
        foreach (var (key, count) in _said)
        {
            if (clock.GetElapsedTime(count.Since, now) > Minute) _said.TryRemove(key, out _);
        }
        if (_said.Count >= MostKept) _said.Clear();
        Volatile.Write(ref _kept, _said.Count);
    }

    // The last keys, as numbers: several messages may be on their way again in turn.
    private sealed record Count(int Times, long Since, int[] Keys);
}
