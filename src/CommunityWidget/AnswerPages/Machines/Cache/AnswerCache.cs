using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommunityWidget.Redis;
using Microsoft.Extensions.Options;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// What public addresses answered lately. Dropped at once when it changes here or another node says so, and never older than half a minute: a
/// shared cache that keeps it for as long again, and shows it stale once more, has let go of it within a minute.
/// </summary>
public sealed class AnswerCache
{
    public const int LifetimeSeconds = 30, StaleSeconds = 30;

    private const string Everything = "all";

    private readonly ConcurrentDictionary<string, KeptPage> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Key, long Drops), Task<KeptPage?>> _making = new();
    private readonly TimeProvider _clock;
    private readonly Hints _hints;
    private readonly long _budget;
    private readonly Lock _gate = new();
    private ImmutableList<Action> _forget = [];
    // Changes within the gate only, with what is kept.
    private long _weight;
    private long _drops;

    public AnswerCache(TimeProvider clock, Hints hints, IOptions<AnswersOptions> options)
    {
        (_clock, _hints, _budget) = (clock, hints, options.Value.CacheMegabytes * 1024L * 1024L);
        hints.OnHeard(Hints.Answers, Heard);
    }

    /// <summary>Whoever remembers what pages hold forgets it when something changed, here or on another node.</summary>
    public void OnDrop(Action forget) => ImmutableInterlocked.Update(ref _forget, all => all.Add(forget));

    public int Count => _kept.Count;

    public KeptPage? Find(string key) => _kept.TryGetValue(key, out var page) && AgeOf(page) < LifetimeSeconds * 1000 ? page : null;

    /// <summary>In milliseconds, by a clock that nobody sets: a page is not kept longer because the time of day was put back.</summary>
    public long AgeOf(KeptPage page) => AgeOf(page, _clock.GetTimestamp());

    /// <summary>Makes what is not there, once however many ask at the same time; null when what came of it is not for everybody.</summary>
    /// <param name="key">Under which it is kept.</param>
    /// <param name="make">Makes it; told when it began, to be given to what it makes.</param>
    /// <param name="gone">Whoever makes it has hung up: one of those who wait makes it instead.</param>
    public async Task<KeptPage?> Make(string key, Func<long, Task<KeptPage?>> make, CancellationToken gone = default)
    {
        while (true)
        {
            // What is read now may be changed before it is kept: then it is shown to who asked before, and not kept.
            var drops = Interlocked.Read(ref _drops);
            var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var making = _making.GetOrAdd((key, drops), mine.Task);
            if (making == mine.Task) return await Make((key, drops), make, mine, gone);
            await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!making.IsCanceled) return await making;
            // Whoever was faster may have made it already.
            if (Find(key) is { } made) return made;
        }
    }

    private async Task<KeptPage?> Make((string Key, long Drops) what, Func<long, Task<KeptPage?>> make, TaskCompletionSource<KeptPage?> mine, CancellationToken gone)
    {
        KeptPage? made = null;
        try
        {
            made = await make(_clock.GetTimestamp());
            return made = made is null ? null : Keep(what.Key, made, what.Drops);
        }
        finally
        {
            // First, so that whoever is told to make it themselves does not find this again.
            _making.TryRemove(new(what, mine.Task));
            if (made is null && gone.IsCancellationRequested) mine.SetCanceled(gone);
            else mine.SetResult(made);
        }
    }

    /// <summary>A page reads differently now, or is there no more: it goes, with what shows its title and the lists and feeds of its site. Told to every node.</summary>
    public void Drop(Guid site, Guid page) => Drop($"{site} {page}");

    /// <summary>Nothing of a site is kept.</summary>
    public void Drop(Guid site) => Drop($"{site}");

    /// <summary>Somebody was erased: nothing is kept that may hold a word of theirs.</summary>
    public void DropAll() => Drop(Everything);

    private void Drop(string about)
    {
        Heard(about);
        _hints.Tell(Hints.Answers, about);
    }

    private void Heard(string about)
    {
        var words = about.Split(' ');
        Guid? site = Guid.TryParse(words[0], out var named) ? named : null;
        if (site is null && about != Everything) return;
        Guid? page = words.Length > 1 && Guid.TryParse(words[1], out var one) ? one : null;
        // First, so that what is made from now on is made from nothing older.
        foreach (var forget in _forget) forget();
        lock (_gate)
        {
            Interlocked.Increment(ref _drops);
            foreach (var (key, kept) in _kept)
            {
                if (site is null || (kept.About.Site == site && (page is null || kept.About.Shows(page.Value)))) Remove(key, kept);
            }
        }
    }

    private KeptPage Keep(string key, KeptPage made, long drops)
    {
        if (made.Body.Length > _budget / 8) return made;
        // Looked at and added in one: whoever dropped in between would look before it is there.
        lock (_gate)
        {
            if (Interlocked.Read(ref _drops) != drops) return made;
            if (_kept.TryGetValue(key, out var before))
            {
                if (before.IsAs(made)) made = before.Again(made.At);
                Remove(key, before);
            }
            if (_kept.TryAdd(key, made)) _weight += made.Count();
            // Compressed forms come later: they are counted as what they will be.
            if (_weight * 3 / 2 > _budget) MakeRoom();
        }
        return made;
    }

    // What is over goes, and whatever comes when half is full: a crawler reads each page once. All are weighed anew on the way. Within the gate: what came or went meanwhile would be counted twice.
    private void MakeRoom()
    {
        var (now, stays) = (_clock.GetTimestamp(), 0L);
        // One by one: asking for all values at once takes every lock there is.
        foreach (var (key, kept) in _kept)
        {
            var isOver = AgeOf(kept, now) >= LifetimeSeconds * 1000;
            if (!isOver && stays + kept.Count() <= _budget / 2) stays += kept.Counted;
            else _kept.TryRemove(new(key, kept));
        }
        _weight = stays;
    }

    private long AgeOf(KeptPage page, long now) => (long)_clock.GetElapsedTime(page.At, now).TotalMilliseconds;

    private void Remove(string key, KeptPage kept)
    {
        if (_kept.TryRemove(new(key, kept))) _weight -= kept.Counted;
    }
}
