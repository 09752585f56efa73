using System.Diagnostics;
using System.Threading.Channels;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Conversations;

/// <summary>
/// Messages of many chats share commits: one writer per node takes whatever came while its last commit ran. A lone message waits for
/// nobody. Nobody is told or answered before the commit.
/// </summary>
public sealed partial class CommitMessages : IAsyncDisposable
{
    /// <summary>How many share one commit, and how many may wait for one before the next is refused.</summary>
    public const int MostInOne = 256, MostWaiting = 4_096;

    // Counted beside it: a channel that knows its bound makes every sender wait for the same lock.
    private readonly Channel<PlainMessage> _waiting = Channel.CreateUnbounded<PlainMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Db _db;
    private readonly StoreBatch _store;
    private readonly TellInOrder _tell;
    private readonly FailPoint _failPoint;
    private readonly ILogger<CommitMessages> _log;
    private readonly Task _writer;
    private int _count;

    public CommitMessages(Db db, StoreBatch store, TellInOrder tell, FailPoint failPoint, ILogger<CommitMessages> log)
    {
        (_db, _store, _tell, _failPoint, _log) = (db, store, tell, failPoint, log);
        _writer = Task.Run(Write);
    }

    /// <summary>The answer once the message is durable and told; null when it has to go alone.</summary>
    public Task<Reply<ThreadEvent>?> Run(PlainMessage message)
    {
        if (Interlocked.Increment(ref _count) <= MostWaiting && _waiting.Writer.TryWrite(message)) return message.Answer;
        Interlocked.Decrement(ref _count);
        message.IsRefused(Refusals.StorageAway);
        return message.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private async Task Write()
    {
        // Whoever sent the first message is not who sends all that follow.
        Activity.Current = null;
        while (await _waiting.Reader.WaitToReadAsync()) await Commit(Take(MostInOne));
    }

    private List<PlainMessage> Take(int most)
    {
        var messages = new List<PlainMessage>();
        while (messages.Count < most && _waiting.Reader.TryRead(out var message)) messages.Add(message);
        Interlocked.Add(ref _count, -messages.Count);
        return messages;
    }

    private async Task Commit(IReadOnlyList<PlainMessage> messages)
    {
        try
        {
            var stored = await _db.Write<IReadOnlyList<CommittedMessage>>(tx => _store.Run(tx, messages));
            await _failPoint.Reached(FailPoint.BeforeAck);
            if (stored.Value is null) Refuse(messages, stored.Refusal!);
            else Answer(messages, stored.Value);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What one of them cannot do must not cost the others theirs.
            Log.Failed(_log, error, messages.Count);
            foreach (var message in messages) message.GoesAlone();
        }
    }

    private void Answer(IReadOnlyList<PlainMessage> messages, IReadOnlyList<CommittedMessage> stored)
    {
        Instruments.CommitBatch.Record(stored.Count);
        foreach (var author in stored.CountBy(s => s.Message.Caller is VisitorCaller ? "visitor" : "member"))
            Instruments.Messages.Add(author.Value, new KeyValuePair<string, object?>("author", author.Key));
        _tell.Run(stored);
        if (stored.Count == messages.Count) return;
        foreach (var message in messages.Except(stored.Select(s => s.Message))) message.GoesAlone();
    }

    // Who came while the storage was away has waited as long: nobody waits for one patience after another.
    private void Refuse(IReadOnlyList<PlainMessage> messages, Refusal refusal)
    {
        foreach (var message in messages.Concat(Take(MostWaiting))) message.IsRefused(refusal);
    }

    private static partial class Log
    {
        [LoggerMessage(411, LogLevel.Warning, "{Count} messages could not be stored together; each goes alone")]
        public static partial void Failed(ILogger log, Exception error, int count);
    }
}
