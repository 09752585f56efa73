using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>A message on its way to the record, which changes nothing but its thread's end; and the answer its author waits for.</summary>
/// <param name="caller">The author.</param>
/// <param name="threadId">The thread's public id.</param>
/// <param name="key">The client key.</param>
/// <param name="text">Clean and judged.</param>
/// <param name="fence">The fence a member last saw; null for a visitor.</param>
public sealed class PlainMessage(Caller caller, string threadId, string key, string text, long? fence)
{
    // Whoever told it goes on with its answer; only the one writer must not.
    private readonly TaskCompletionSource<Reply<ThreadEvent>?> _answer = new();

    public Caller Caller => caller;

    /// <summary>Where it stands in its trace, for what happens to it elsewhere.</summary>
    public Activity? Step { get; } = Activity.Current;

    public string ThreadId => threadId;

    public string Key => key;

    /// <summary>The stored event or a refusal; null when the message is not plain, or could not be stored together with others: it goes alone.</summary>
    public Task<Reply<ThreadEvent>?> Answer => _answer.Task;

    /// <summary>True when all it takes is the next <c>seq</c>: an open thread and somebody who is part of it now.</summary>
    public bool IsPlainIn(LockedThread thread) => thread.Site == caller.Site.Id && !thread.IsClosed && (caller is VisitorCaller { Visitor: var visitor }
        ? thread.Visitor == caller.Id && visitor.MayReach(thread.Id) && thread.Outcome is null && thread.SnoozedUntil is null && !thread.IsAssigned
        : thread.Fence == fence && thread.Members.Any(member => member.Id == caller.Id));

    public NumberedMessage Number(LockedThread thread, long seq, long now) => new(thread, new EventRow
    {
        Thread = thread.Id,
        Seq = seq,
        Kind = EventKinds.Message,
        AuthorKind = (caller is VisitorCaller ? Actor.Visitor(caller.Id) : Actor.Member(caller.Id)).Kind,
        Author = caller.Id,
        ClientKey = key,
        Body = text,
        At = now,
    });

    public void IsStored(ThreadEvent happened) => _answer.TrySetResult(happened with { Key = key });

    public void IsRefused(Refusal refusal) => Elsewhere(refusal);

    public void GoesAlone() => Elsewhere(null);

    private void Elsewhere(Reply<ThreadEvent>? answer) => ThreadPool.UnsafeQueueUserWorkItem(given => _answer.TrySetResult(given), answer, preferLocal: false);
}

/// <summary>A message that was committed, not told and acknowledged yet.</summary>
public sealed record CommittedMessage(PlainMessage Message, NumberedMessage Numbered)
{
    public Guid Thread => Numbered.Row.Thread;

    /// <summary>Whom it is told to.</summary>
    public ThreadParties Parties => new(Numbered.Thread.Visitor, [.. Numbered.Thread.Members.Select(m => m.Id)], Numbered.Row.Author, Numbered.Row.ClientKey) { ByLink = Numbered.Thread.MailSeq > 0 };
}
