using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The write of many plain messages: each gets the next <c>seq</c> of its thread, in the order they came.</summary>
public sealed class StoreBatch(ThreadBatch threads, Idempotency idempotency, FailPoint failPoint, TimeProvider clock)
{
    /// <summary>Gives what was stored. The others are not plain: a resent key, a thread or an author that needs a closer look; or they write to what is locked.</summary>
    public async Task<Reply<IReadOnlyList<CommittedMessage>>> Run(Tx tx, IReadOnlyList<PlainMessage> messages, bool onlyFree)
    {
        var locked = await threads.Lock(
            tx, [.. messages.Select(m => m.ThreadId).Distinct()], [.. messages.Select(m => (m.Caller.Site.Id, m.Caller.Id, m.Key))], onlyFree);
        var (stored, heads, keys, now) = (new List<CommittedMessage>(), new Dictionary<Guid, long>(), locked.KnownKeys.ToHashSet(), clock.NowMs());
        foreach (var message in messages)
        {
            if (!locked.Threads.TryGetValue(message.ThreadId, out var thread) || !message.IsPlainIn(thread)) continue;
            // What an old thread's key may have stored, only its events tell.
            if (thread.AskedAt <= idempotency.Forgotten || !keys.Add((message.Caller.Id, message.Key))) continue;
            var seq = heads[thread.Id] = heads.GetValueOrDefault(thread.Id, thread.LastSeq) + 1;
            stored.Add(new(message, message.Number(thread, seq, now)));
        }
        if (stored.Count > 0) await threads.Append(tx, [.. stored.Select(s => s.Numbered)]);
        await failPoint.Reached(FailPoint.BeforeCommit);
        return stored;
    }
}
