using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Tells what was committed, then answers its author: within a thread in the order of <c>seq</c>, and no thread waits for another.</summary>
public sealed partial class TellInOrder(INotices notices, ILogger<TellInOrder> log)
{
    // Threads that are being told of. Each has its own lock: they are many, and all at once after a commit.
    private readonly ConcurrentDictionary<Guid, Lane> _lanes = new();

    /// <summary>Returns at once. Called by the one writer, so that messages come in order.</summary>
    public void Run(IReadOnlyList<CommittedMessage> messages)
    {
        var begun = new List<Lane>();
        foreach (var message in messages)
        {
            if (_lanes.TryGetValue(message.Thread, out var lane) && lane.Add(message)) continue;
            begun.Add(_lanes[message.Thread] = new Lane(message));
        }
        foreach (var lane in begun) ThreadPool.UnsafeQueueUserWorkItem(which => _ = Tell(which), lane, preferLocal: false);
    }

    private async Task Tell(Lane lane)
    {
        while (lane.Next() is { } message) await Tell(message);
        _lanes.TryRemove(new(lane.Thread, lane));
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

    /// <summary>What is to be told of one thread, until there is nothing left; then another takes its place.</summary>
    private sealed class Lane(CommittedMessage first)
    {
        private readonly Queue<CommittedMessage> _next = new([first]);
        private bool _over;

        public Guid Thread => first.Thread;

        /// <summary>False when all was told: too late.</summary>
        public bool Add(CommittedMessage message)
        {
            lock (_next)
            {
                if (!_over) _next.Enqueue(message);
                return !_over;
            }
        }

        public CommittedMessage? Next()
        {
            lock (_next)
            {
                if (_next.TryDequeue(out var message)) return message;
                _over = true;
                return null;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(412, LogLevel.Error, "A committed message could not be told")]
        public static partial void NotTold(ILogger log, Exception error);
    }
}
