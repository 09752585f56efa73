using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Conversations;

/// <summary>Messages of many chats share commits. Nobody is told or answered before theirs.</summary>
public sealed partial class CommitMessages : IAsyncDisposable
{
    /// <summary>How many share one commit, and how many may wait for one before the next is refused.</summary>
    public const int MostInOne = 256, MostWaiting = 4_096;

    // For so long PostgreSQL keeps what a node that froze has locked.
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(10);

    private readonly SharedCommits<PlainMessage> _commits;
    private readonly Db _db;
    private readonly StoreBatch _store;
    private readonly TellInOrder _tell;
    private readonly FailPoint _failPoint;
    private readonly TimeProvider _clock;
    private readonly ILogger<CommitMessages> _log;
    private long? _stuckAt;

    public CommitMessages(Db db, StoreBatch store, TellInOrder tell, FailPoint failPoint, TimeProvider clock, ILogger<CommitMessages> log)
    {
        (_db, _store, _tell, _failPoint, _clock, _log) = (db, store, tell, failPoint, clock, log);
        _commits = new(Commit, MostInOne, MostWaiting);
    }

    /// <summary>The answer once the message is durable and told; null when it has to go alone.</summary>
    public Task<Reply<ThreadEvent>?> Run(PlainMessage message)
    {
        if (!_commits.TryAdd(message)) message.IsRefused(Refusals.StorageAway);
        return message.Answer;
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task Commit(IReadOnlyList<PlainMessage> messages)
    {
        using var step = Traces.StepOfMany("messages.commit", messages.Select(message => message.Step));
        try
        {
            var stored = await Store(messages);
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

    // What stays locked is waited for together once. From then on, and for as long as it may take, whoever writes to a locked thread goes alone and meets a refusal of their own.
    private async Task<Reply<IReadOnlyList<CommittedMessage>>> Store(IReadOnlyList<PlainMessage> messages)
    {
        var (onlyFree, isLocked) = (_stuckAt is { } at && _clock.GetElapsedTime(at) < Stuck, false);
        var stored = await _db.Write<IReadOnlyList<CommittedMessage>>(async tx =>
        {
            try
            {
                return await _store.Run(tx, messages, onlyFree);
            }
            catch (DbException error) when (!onlyFree && tx.Dialect.IsLocked(error))
            {
                isLocked = true;
                return Refusals.StorageAway;
            }
        });
        if (!isLocked) return stored;
        Log.Stuck(_log, messages.Count);
        _stuckAt = _clock.GetTimestamp();
        return await Store(messages);
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

    private void Refuse(IReadOnlyList<PlainMessage> messages, Refusal refusal)
    {
        foreach (var message in messages.Concat(_commits.TakeAll())) message.IsRefused(refusal);
    }

    private static partial class Log
    {
        [LoggerMessage(411, LogLevel.Warning, "{Count} messages could not be stored together; each goes alone")]
        public static partial void Failed(ILogger log, Exception error, int count);

        [LoggerMessage(413, LogLevel.Warning, "Something that {Count} messages need stays locked; for some seconds whoever writes to a locked thread goes alone")]
        public static partial void Stuck(ILogger log, int count);
    }
}
