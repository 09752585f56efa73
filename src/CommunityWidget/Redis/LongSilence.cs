using System.Diagnostics;

namespace CommunityWidget.Redis;

/// <summary>
/// Whether questions have gone unanswered for long. An answer in between proves nothing: where one machine of two has vanished, the client asks it and
/// the other in turn.
/// </summary>
/// <param name="length">From when on a silence is long.</param>
internal sealed class LongSilence(TimeSpan length)
{
    // Silences further apart have nothing to do with each other.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private long? _first;
    private long _last;

    /// <param name="now">When it was silent, as a timestamp of <see cref="Stopwatch"/>.</param>
    public bool IsLong(long now)
    {
        if (_first is null || Stopwatch.GetElapsedTime(_last, now) > Apart) _first = now;
        _last = now;
        return Stopwatch.GetElapsedTime(_first.Value, now) >= length;
    }

    public void IsOver() => _first = null;
}
