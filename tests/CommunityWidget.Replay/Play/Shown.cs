using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>What a client shows of its threads, as a widget does it: in order, each event once; what comes early waits until the gap before it is fetched.</summary>
public sealed class Shown(Recorder recorder, Tally tally, Signal changed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Story> _stories = [];

    public long Of(string thread)
    {
        lock (_lock) return _stories.TryGetValue(thread, out var story) ? story.Last : 0;
    }

    /// <summary>The thread's newest state as far as shown.</summary>
    public StatusChange? Status(string thread)
    {
        lock (_lock) return _stories.TryGetValue(thread, out var story) ? story.Status : null;
    }

    /// <summary>When it was parked, by the record.</summary>
    public long ParkedAt(string thread)
    {
        lock (_lock) return _stories[thread].Changes.Find(e => e.Status!.State == ThreadStates.Parked)!.At;
    }

    /// <summary>The newest event of this kind.</summary>
    public long? LastSeq(string thread, Func<ThreadEvent, bool> which)
    {
        lock (_lock) return _stories.TryGetValue(thread, out var story) ? story.Changes.FindLast(e => which(e))?.Seq : null;
    }

    /// <summary>True when a member was responder or helper after this event.</summary>
    public bool WasThere(string thread, string member, long seq)
    {
        lock (_lock)
        {
            var (holder, helpers) = ((string?)null, new HashSet<string?>());
            foreach (var change in _stories[thread].Changes.Where(e => e.Seq <= seq))
            {
                holder = change.Status!.Responder?.Id;
                if (change.Status.State is ThreadStates.Parked or ThreadStates.Closed) helpers.Clear();
                if (change.Status.Reason == "joined") helpers.Add(change.Author?.Id);
                if (change.Status.Reason == "left") helpers.Remove(change.Author?.Id);
                helpers.Remove(holder);
            }
            return holder == member || helpers.Contains(member);
        }
    }

    public Task Until(string thread, Func<StatusChange, bool> which, string what, TimeSpan? patience = null) =>
        changed.Until(() => Status(thread) is { } status && which(status) ? status : null, what, patience);

    public Task UntilSeq(string thread, long seq, TimeSpan patience) => changed.Until<object>(() => Of(thread) >= seq ? this : null, $"event {seq}", patience);

    /// <summary>True when something before it is missing.</summary>
    public bool Push(int line, ThreadEvent happened)
    {
        lock (_lock) recorder.Push(line, happened);
        tally.Add("pushed");
        return Put(happened, "push");
    }

    public void Show(ThreadSnapshot snapshot, string via)
    {
        foreach (var happened in snapshot.Events) Put(happened, via);
    }

    public bool Put(ThreadEvent happened, string via)
    {
        bool missing;
        lock (_lock)
        {
            if (!_stories.TryGetValue(happened.ThreadId, out var story)) _stories[happened.ThreadId] = story = new();
            if (happened.Seq > story.Last) story.Early.TryAdd(happened.Seq, (happened, via));
            while (story.Early.Remove(story.Last + 1, out var next))
            {
                story.Last++;
                if (next.Event is { Status: not null, Kind: EventKinds.Status or EventKinds.Rung }) story.Changes.Add(next.Event);
                recorder.Show(next.Event, next.Via);
                tally.Add($"shown by {next.Via}");
            }
            missing = story.Early.Count > 0;
        }
        changed.Raise();
        return missing;
    }

    private sealed class Story
    {
        public long Last { get; set; }
        public Dictionary<long, (ThreadEvent Event, string Via)> Early { get; } = [];
        public List<ThreadEvent> Changes { get; } = [];
        public StatusChange? Status => Changes.Count > 0 ? Changes[^1].Status : null;
    }
}
