using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Inbox;

/// <summary>What a test does before an inbox.</summary>
internal static class InboxDesk
{
    /// <summary>A question that nobody took and that stands where the world's people leave it: with the agents, or parked.</summary>
    public static async Task<ThreadRecord> Fallen(this TestWorld world, VisitorCaller? by = null, string text = "Which size?", string? topic = "shoes", string language = "en")
    {
        var visitor = by ?? await world.Arrive();
        var asked = await world.Ask(visitor, topic, language, text);
        await world.RunMatching();
        world.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return await world.Thread(visitor, asked.Value!.Thread.ThreadId);
    }

    public static async Task<InboxPage> Page(this TestWorld world, MemberCaller agent, string view = InboxViews.Unassigned, InboxFilter? filter = null, string? after = null, int limit = 50) =>
        (await world.Get<ListInbox>().Run(agent, view, filter ?? new(), after, limit)).Value!;

    public static async Task<IReadOnlyList<string>> Ids(this TestWorld world, MemberCaller agent, string view = InboxViews.Unassigned, InboxFilter? filter = null) =>
        [.. (await world.Page(agent, view, filter)).Rows.Select(r => r.ThreadId)];

    public static Task<Reply<InboxRow>> Tag(this TestWorld world, MemberCaller agent, ThreadRecord thread, params string[] tags) =>
        world.Get<TagThread>().Run(agent, thread.PublicId, tags, []);

    public static Task<Reply<InboxRow>> Snooze(this TestWorld world, MemberCaller agent, ThreadRecord thread, TimeSpan? forTime) =>
        world.Get<SnoozeThread>().Run(agent, thread.PublicId, forTime is { } time ? world.Now + (long)time.TotalMilliseconds : null);

    /// <summary>A parked question – or a conversation – goes to a member, a topic, or the community.</summary>
    public static Task<Reply<Done>> Give(this TestWorld world, MemberCaller by, ThreadRecord thread, MemberCaller? to = null, string? topic = null, string? note = null) =>
        world.Get<HandOver>().Run(by, thread.PublicId, new(thread.Fence, to?.Id.ToString(), topic, note));

    public static Task<Reply<Done>> TakeBack(this TestWorld world, MemberCaller by, ThreadRecord thread) => world.Get<HandOver>().Undo(by, thread.PublicId);

    public static Task<Reply<ThreadEvent>> Note(this TestWorld world, MemberCaller agent, ThreadRecord thread, string text = "Call the warehouse.", string? key = null) =>
        world.Get<AddNote>().Run(agent, thread.PublicId, key ?? world.NewKey(), text);

    /// <summary>Everything that was said until now can be searched.</summary>
    public static async Task Index(this TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        while (await world.Get<IndexThreads>().Run()) { }
    }

    public static async Task<IReadOnlyList<string>> Search(this TestWorld world, MemberCaller agent, string words, InboxFilter? filter = null) =>
        [.. (await world.Get<SearchThreads>().Run(agent, words, filter ?? new(), null, 50)).Value!.Rows.Select(r => r.ThreadId)];

    public static IReadOnlyList<InboxChange> Changes(this TestWorld world) => [.. world.Notices.All.OfType<InboxTold>().Where(t => t.Site == world.Here.Id).Select(t => t.Change)];
}
