using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Reading along: resume by <c>seq</c>, who is writing, how far somebody has read.</summary>
public sealed class WatchThread(Db db, ThreadAccess access, ThreadStore threads, ThreadReader reader, ParticipantStore participants, INotices notices)
{
    /// <summary>The state and the events after a <c>seq</c>.</summary>
    public async Task<Reply<ThreadSnapshot>> Resume(Caller caller, string threadId, long after)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await reader.Snapshot(thread, Math.Max(0, after), caller.Id);
    }

    public async Task Typing(Caller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread || thread.State == ThreadStates.Closed) return;
        if (thread.State != ThreadStates.Live)
        {
            // Nobody holds it yet: whoever could answer it too hears who does.
            if (caller is MemberCaller answers) await AnswerTyping(thread, answers);
            return;
        }
        var who = caller switch
        {
            MemberCaller m => m.Member.AsPerson(),
            VisitorCaller v => v.Visitor.AsPerson(),
            _ => throw new InvalidOperationException("A caller is a visitor or a member."),
        };
        var parties = await Parties(thread);
        // A member who only reads along is not announced as writing.
        if (caller is MemberCaller && !parties.Members.Contains(caller.Id)) return;
        await notices.Typing(parties with { Author = caller.Id }, new TypingNotice(thread.PublicId, who));
    }

    /// <summary>A note is being written, in whatever state the thread is: for the shop's own people only, as the note will be.</summary>
    public async Task TypingNote(MemberCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is { } thread) await notices.TeamTyping(thread.Site, new TypingNotice(thread.PublicId, caller.Member.AsPerson()));
    }

    public async Task Seen(Caller caller, string threadId, long seq)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return;
        var byVisitor = caller is VisitorCaller;
        if (!byVisitor && thread.Responder != caller.Id) return;
        if (seq <= (byVisitor ? thread.VisitorSeen : thread.ResponderSeen) || seq > thread.LastSeq) return;
        await db.Write<Done>(async tx =>
        {
            if (await threads.MarkSeen(tx, thread.Id, seq, byVisitor) == 0) return Done.It;
            tx.AfterCommit(async () => await notices.Seen((await Parties(thread)) with { Author = caller.Id }, new SeenNotice(thread.PublicId, seq, byVisitor)));
            return Done.It;
        });
    }

    private Task AnswerTyping(ThreadRecord thread, MemberCaller caller)
    {
        var notice = new TypingNotice(thread.PublicId, caller.Member.AsPerson());
        return thread is { State: ThreadStates.Parked, IsHeld: false, IsAnswered: false } ? notices.AnswerTyping(thread.Site, notice) : notices.TeamTyping(thread.Site, notice);
    }

    private async Task<ThreadParties> Parties(ThreadRecord thread) => new(thread.Visitor, await participants.Current(thread.Id)) { ByLink = thread.MayBeLinked };
}
