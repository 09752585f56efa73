using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>What a client shows of its threads: each event once, by <c>seq</c>, whatever order pushes and snapshots came in. Anything that contradicts itself is kept as a fault.</summary>
public sealed class Screen(Signal changed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<long, ThreadEvent>> _threads = [];
    private readonly Dictionary<string, long> _heads = [];
    private readonly List<string> _faults = [];
    private readonly List<ThreadEvent> _pushed = [];

    /// <summary>One <c>seq</c> told in two ways, or an event pushed twice.</summary>
    public IReadOnlyList<string> Faults { get { lock (_lock) return [.. _faults]; } }

    public void Push(ThreadEvent happened)
    {
        lock (_lock)
        {
            _pushed.Add(happened);
            if (!Put(happened)) _faults.Add($"{happened.ThreadId} {happened.Seq} was pushed twice");
        }
        changed.Raise();
    }

    /// <summary>The heartbeat: a head that is not there yet.</summary>
    public void Head(HeadNotice notice)
    {
        lock (_lock) _heads[notice.ThreadId] = notice.Seq;
        changed.Raise();
    }

    /// <summary>Waits for a heartbeat that names this <c>seq</c>.</summary>
    public Task<object> UntilHead(string threadId, long seq) => changed.Until<object>(() =>
    {
        lock (_lock) return _heads.TryGetValue(threadId, out var head) && head >= seq ? this : null;
    }, $"the head {seq}");

    /// <summary>Waits until this <c>seq</c> is known of, by its event or by a heartbeat.</summary>
    public Task<object> UntilKnown(string threadId, long seq) => changed.Until<object>(() =>
    {
        lock (_lock)
            return (_heads.TryGetValue(threadId, out var head) && head >= seq) || (_threads.TryGetValue(threadId, out var events) && events.ContainsKey(seq)) ? this : null;
    }, $"the event {seq} or its head");

    public void Show(ThreadSnapshot snapshot)
    {
        lock (_lock)
        {
            foreach (var happened in snapshot.Events) Put(happened);
        }
        changed.Raise();
    }

    public IReadOnlyList<ThreadEvent> Of(string threadId)
    {
        lock (_lock) return _threads.TryGetValue(threadId, out var events) ? [.. events.Values] : [];
    }

    public IReadOnlyList<string> Texts(string threadId) => [.. Of(threadId).Where(e => e.Kind == EventKinds.Message).Select(e => e.Text!)];

    public Task<ThreadEvent> Until(string threadId, Func<ThreadEvent, bool> which, string what) =>
        changed.Until(() => Of(threadId).FirstOrDefault(which), what);

    /// <summary>Waits for a push of what is known already and says something else by now.</summary>
    public Task<ThreadEvent> UntilRewritten(string threadId, long seq, string kind) => changed.Until(() =>
    {
        lock (_lock) return _pushed.Find(e => e.ThreadId == threadId && e.Seq == seq && e.Kind == kind);
    }, $"{seq} as {kind}");

    /// <summary>Waits for a status event with this reason.</summary>
    public Task<ThreadEvent> UntilReason(string threadId, string reason) => Until(threadId, e => e.Status?.Reason == reason, $"\"{reason}\"");

    public Task<ThreadEvent> UntilText(string threadId, string text) => Until(threadId, e => e.Text == text, $"the text \"{text}\"");

    // A pushed event and the same one resumed differ at most in nothing: the reader is the same.
    private bool Put(ThreadEvent happened)
    {
        if (!_threads.TryGetValue(happened.ThreadId, out var events)) _threads[happened.ThreadId] = events = [];
        if (events.TryAdd(happened.Seq, happened)) return true;
        if (events[happened.Seq] != happened) _faults.Add($"{happened.ThreadId} {happened.Seq} is told in two ways: {events[happened.Seq]} and {happened}");
        return false;
    }
}
