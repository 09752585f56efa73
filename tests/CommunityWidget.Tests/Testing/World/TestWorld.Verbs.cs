using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Testing.World;

public sealed partial class TestWorld
{
    // In common, so that two nodes never give out the same.
    private static long _keys;

    public string NewKey() => $"test-key-{Interlocked.Increment(ref _keys)}";

    public Task<Reply<AskReply>> Ask(VisitorCaller visitor, string? topic = "shoes", string language = "en", string text = "Which size?", string? key = null, ProductContext? product = null) =>
        Get<AskQuestion>().Run(visitor, new AskRequest(key ?? NewKey(), text, Language: language, Topic: topic, Product: product));

    /// <summary>A new visitor asks; gives the stored thread.</summary>
    public async Task<ThreadRecord> Question(Site? site = null, string? topic = "shoes", string language = "en")
    {
        var visitor = await Arrive(site);
        var reply = await Ask(visitor, topic, language);
        return await Thread(visitor, reply.Value!.Thread.ThreadId);
    }

    public async Task<ThreadRecord> Thread(Caller caller, string publicId) => (await Get<ThreadStore>().Find(caller.Site.Id, publicId))!;

    public async Task<ThreadRecord> Again(ThreadRecord thread) => (await Get<ThreadStore>().Find(thread.Id))!;

    public Task<Reply<ThreadRecord>> Accept(MemberCaller member, Guid offer) => Get<AcceptOffer>().Run(member, offer);

    public Task<Reply<Contracts.SuperUsers.OfferView>> UndoDecline(MemberCaller member, Guid offer) => Get<UndoDecline>().Run(member, offer);

    public Task<Reply<ThreadRecord>> Help(MemberCaller member, ThreadRecord thread) => Get<JoinThread>().Join(member, thread.PublicId);

    public Task<Reply<ThreadRecord>> UndoEnd(MemberCaller member, ThreadRecord thread) => Get<UndoEnd>().Run(member, thread.PublicId);

    /// <summary>A visitor asks, this member accepts.</summary>
    public async Task<(VisitorCaller Visitor, ThreadRecord Thread)> TalkWith(MemberCaller member)
    {
        var visitor = await Arrive(member.Site);
        var asked = await Thread(visitor, (await Ask(visitor)).Value!.Thread.ThreadId);
        await RunMatching();
        return (visitor, (await Accept(member, (await OfferTo(member, asked)).Id)).Value!);
    }

    public Task<Reply<Done>> Decline(MemberCaller member, Guid offer) => Get<DeclineOffer>().Run(member, offer);

    public Task<Reply<ThreadRecord>> Take(MemberCaller member, string publicId) => Get<TakeThread>().Run(member, publicId);

    public Task<Reply<Done>> Release(MemberCaller member, ThreadRecord thread) => Get<ReleaseThread>().Run(member, thread.PublicId, thread.Fence);

    public Task<Reply<Done>> Transfer(MemberCaller member, ThreadRecord thread, Guid to) => Get<TransferThread>().Run(member, thread.PublicId, thread.Fence, to);

    public Task<Reply<Done>> End(Caller caller, ThreadRecord thread) =>
        Get<EndThread>().Run(caller, thread.PublicId, caller is MemberCaller ? thread.Fence : null);

    public Task<Reply<ThreadEvent>> Say(VisitorCaller visitor, ThreadRecord thread, string text = "Hello?", bool reopen = false, string? key = null) =>
        Get<SendMessage>().Run(visitor, new VisitorMessage(thread.PublicId, key ?? NewKey(), text, reopen));

    public Task<Reply<ThreadEvent>> Say(MemberCaller member, ThreadRecord thread, string text = "Size 42.", long? fence = null, string? key = null) =>
        Get<SendMessage>().Run(member, new MemberMessage(thread.PublicId, key ?? NewKey(), text, fence ?? thread.Fence));

    /// <summary>The open offers of a thread, in the order they were made.</summary>
    public async Task<IReadOnlyList<Offer>> OpenOffers(ThreadRecord thread) =>
        [.. (await Get<OfferStore>().History([thread.Id])).Where(o => o.IsOpen)];

    /// <summary>The member's open offer of a thread; fails the test when there is none.</summary>
    public async Task<Offer> OfferTo(MemberCaller member, ThreadRecord thread) =>
        (await OpenOffers(thread)).Single(o => o.Member == member.Id);
}
