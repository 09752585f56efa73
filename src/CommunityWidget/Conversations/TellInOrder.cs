using System.Diagnostics;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Tells what was committed, then answers its author: within a thread in the order of <c>seq</c>, and no thread waits for another.</summary>
public sealed partial class TellInOrder(INotices notices, ILogger<TellInOrder> log)
{
    // Threads that are being told of, with what comes next.
    private readonly Dictionary<Guid, Queue<CommittedMessage>> _busy = [];

    /// <summary>Returns at once.</summary>
    public void Run(IReadOnlyList<CommittedMessage> messages)
    {
        var idle = new List<Guid>();
        lock (_busy)
        {
            foreach (var message in messages)
            {
                if (_busy.TryGetValue(message.Thread, out var next))
                {
                    next.Enqueue(message);
                    continue;
                }
                _busy[message.Thread] = new([message]);
                idle.Add(message.Thread);
            }
        }
        foreach (var thread in idle) ThreadPool.UnsafeQueueUserWorkItem(which => _ = Tell(which), thread, preferLocal: false);
    }

    private async Task Tell(Guid thread)
    {
        for (var next = Next(thread); next.Length > 0; next = Next(thread))
        {
            foreach (var message in next) await Tell(message);
        }
    }

    private async Task Tell(CommittedMessage message)
    {
        var happened = ThreadReader.Message(message.Numbered);
        // The push belongs to the trace of its message, wherever it runs.
        Activity.Current = message.Message.Step;
        try
        {
            await notices.Event(message.Parties, happened);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What is stored is stored: whoever misses it fetches it.
            Log.NotTold(log, error);
        }
        message.Message.IsStored(happened);
    }

    private CommittedMessage[] Next(Guid thread)
    {
        lock (_busy)
        {
            var next = _busy[thread];
            if (next.Count == 0) _busy.Remove(thread);
            var all = next.ToArray();
            next.Clear();
            return all;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(412, LogLevel.Error, "A committed message could not be told")]
        public static partial void NotTold(ILogger log, Exception error);
    }
}
