namespace CommunityWidget.Hubs;

/// <summary>
/// Tells of a site at once, and of all that follows within half a second once at its end. For news that says no more than "fetch it anew", told to
/// everybody of a site: a hundred questions that are parked together would be a hundred fetches by each of its thousands of members.
/// </summary>
public sealed class PacedNews(TimeProvider clock, Func<Guid, Task> tell)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Told> _sites = [];

    public Task Changed(Guid site)
    {
        lock (_gate)
        {
            if (!_sites.TryGetValue(site, out var told)) _sites[site] = told = new(clock.CreateTimer(_ => End(site), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
            told.IsBehind = told.IsPaused;
            if (told.IsPaused) return Task.CompletedTask;
            told.Begin();
        }
        return tell(site);
    }

    private void End(Guid site)
    {
        lock (_gate)
        {
            var told = _sites[site];
            told.IsPaused = false;
            if (!told.IsBehind) return;
            told.IsBehind = false;
            told.Begin();
        }
        _ = tell(site);
    }

    private sealed class Told(ITimer timer)
    {
        public bool IsPaused { get; set; }

        /// <summary>Something changed since it was told.</summary>
        public bool IsBehind { get; set; }

        public void Begin()
        {
            IsPaused = true;
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }
}
