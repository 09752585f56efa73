using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>Whose thread it is: the one way to reach a thread by its public id. Someone else's looks like one that does not exist.</summary>
public sealed class ThreadAccess(ThreadStore threads, ParticipantStore participants, ReadLog reads)
{
    public async Task<Reply<ThreadRecord>> Read(Caller caller, string? publicId)
    {
        if (!ThreadStore.IsPublicId(publicId)) return Refusals.NotFound;
        var thread = await threads.Find(caller.Site.Id, publicId);
        if (thread is null || !await MayRead(caller, thread)) return Refusals.NotFound;
        return caller is MemberCaller member && await Saw(member, thread) is { } unrecorded ? unrecorded : thread;
    }

    /// <summary>Whoever does not hold it reads somebody else's conversation: that is written down before they do, or they do not.</summary>
    public async ValueTask<Refusal?> Saw(MemberCaller reader, ThreadRecord thread) =>
        thread.Responder == reader.Id ? null : await reads.Saw(reader, "thread.read", thread.PublicId);

    /// <summary>A thread a member may take: staff any, volunteers parked ones; one that was just taken is told apart from one that never was.</summary>
    public async Task<Reply<ThreadRecord>> ReadToTake(MemberCaller caller, string? publicId)
    {
        if (!ThreadStore.IsPublicId(publicId) || await threads.Find(caller.Site.Id, publicId) is not { IsHeld: false } thread) return Refusals.NotFound;
        return caller.Member.IsStaff || thread.Rung > caller.Site.Ladder.Rungs.Count || await participants.IsHelper(thread.Id, caller.Id) ? thread : Refusals.NotFound;
    }

    /// <summary>A thread a member may join: any live one of the site.</summary>
    public async Task<Reply<ThreadRecord>> ReadToJoin(MemberCaller caller, string? publicId)
    {
        if (!ThreadStore.IsPublicId(publicId) || await threads.Find(caller.Site.Id, publicId) is not { } thread) return Refusals.NotFound;
        return thread.State == ThreadStates.Live || await MayRead(caller, thread) ? thread : Refusals.NotFound;
    }

    /// <summary>The public id of the only thread a visitor may reach, if they came by a mail's link.</summary>
    public async Task<string?> OnlyThreadOf(VisitorCaller caller) =>
        caller.Visitor.OnlyThread is { } only ? (await threads.Find(only))?.PublicId : null;

    private async Task<bool> MayRead(Caller caller, ThreadRecord thread) => caller switch
    {
        VisitorCaller { Visitor: var visitor } => thread.ErasedAt is null && thread.Visitor == visitor.Id && visitor.MayReach(thread.Id),
        // What is held is for whoever decides.
        MemberCaller { Member: var member } when thread.IsHeld => Onlooker.Of(member).Decides,
        MemberCaller { Member.IsStaff: true } => true,
        // A volunteer reads what they answered, and what waits to be answered later.
        MemberCaller member => thread.State == ThreadStates.Parked || await participants.Ever(thread.Id, member.Id),
        _ => false,
    };
}
