using CommunityWidget.Database;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Matching;

/// <summary>Proves that no waiting question is missing from the queue and none of its sites from the list of those that are looked at, and refills it after a start or a loss: by the node that noticed, once.</summary>
public sealed partial class ReconcileQueue(Db db, IMatchQueue queue, Presence presence, TimeProvider clock, ILogger<ReconcileQueue> log)
{
    // Nobody watched for so long: what is known of people is too old to tell who is here.
    private const long LapseMs = 15_000;

    // Whoever found the loss refills; if that node dies the others do.
    private const long RefillMs = 5_000;

    private Epoch _epoch = new(0, Began: false);

    /// <summary>Since when presence is known, as of the last look, and never later than that: a node whose clock is ahead may have written it.</summary>
    public long KnownSince { get; private set; }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid Site { get; init; }
        public long AskedAt { get; init; }
    }

    public async Task Run()
    {
        var now = clock.NowMs();
        var before = _epoch;
        _epoch = await queue.Watch(now, LapseMs);
        KnownSince = Math.Min(_epoch.Since == before.Since ? KnownSince : _epoch.Since, now);
        // Who is connected here was lost with the rest.
        if (_epoch.Since != before.Since) await presence.BeatAll();
        if (!_epoch.Began && now - KnownSince < RefillMs) return;
        var added = await Refill(now);
        if (!_epoch.Began) return;
        Instruments.Rebuilds.Add(1);
        Log.Rebuilt(log, added);
    }

    private async Task<int> Refill(long now)
    {
        // Said twice for the index of what is open: every two seconds, beside all that has closed.
        var waiting = await db.Query<Row>("select id, site, asked_at from threads where state = 'waiting' and state <> 'closed' order by asked_at");
        var sites = waiting.GroupBy(t => t.Site).ToList();
        // Whether or not anything is missing: who died while it took a site from the list, or before it was on it, leaves its questions to nobody.
        await queue.Remind([.. sites.Select(site => site.Key)]);
        var added = 0;
        foreach (var site in sites)
        {
            var queued = (await queue.Waiting(site.Key)).ToHashSet();
            var missing = site.Where(t => !queued.Contains(t.Id)).Select(t => new QueuedThread(t.Id, t.AskedAt)).ToList();
            if (missing.Count > 0) await queue.Refill(site.Key, missing, now);
            added += missing.Count;
        }
        return added;
    }

    private static partial class Log
    {
        [LoggerMessage(303, LogLevel.Information, "The queue was rebuilt from the database: {Added} questions wait")]
        public static partial void Rebuilt(ILogger log, int added);
    }
}
