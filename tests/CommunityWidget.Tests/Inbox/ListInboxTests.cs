using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Inbox;

/// <summary>The list: what stands on which view, in which order, page by page; a snapshot with changes that follow it.</summary>
public sealed class ListInboxTests
{
    [Fact]
    public async Task Each_view_shows_its_threads_and_no_other_shops()
    {
        await using var world = await TestWorld.Start();
        var parked = await world.Fallen();
        var agent = await world.JoinAgent();
        var (waiting, mine) = (await world.Fallen(), await world.Fallen());
        await world.Take(agent, mine.PublicId);
        var maya = await world.Join();
        var (_, community) = await world.TalkWith(maya);
        var next = await world.JoinAgent(world.There);

        Assert.Equal([waiting.PublicId, parked.PublicId], await world.Ids(agent));
        Assert.Equal([mine.PublicId], await world.Ids(agent, InboxViews.Mine));
        Assert.Equal([waiting.PublicId, mine.PublicId, parked.PublicId], await world.Ids(agent, InboxViews.All));
        Assert.DoesNotContain(community.PublicId, await world.Ids(agent, InboxViews.All));
        Assert.Empty(await world.Ids(next, InboxViews.All));
        var head = await world.Get<ListInbox>().Head(agent);
        Assert.Equal((2, 1, 0), (head.Unassigned, head.Mine, head.Snoozed));
        Assert.Equal(Refusals.NotUnderstood, (await world.Get<ListInbox>().Run(agent, "nonsense", new(), null, 50)).Refusal);
    }

    [Fact]
    public async Task What_was_answered_later_is_whose_answer_it_was_and_what_ended_stands_under_closed_the_last_first()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(available: false);
        var (answered, first, second) = (await world.Fallen(), await world.Fallen(), await world.Fallen());
        Assert.NotNull((await world.Say(agent, answered)).Value);
        await world.Get<EndTogether>().Run(agent, [new(first.PublicId, first.Fence)]);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Get<EndTogether>().Run(agent, [new(second.PublicId, second.Fence)]);

        Assert.Equal([answered.PublicId], await world.Ids(agent, InboxViews.Mine));
        Assert.Empty(await world.Ids(agent));
        Assert.Equal([second.PublicId, first.PublicId], await world.Ids(agent, InboxViews.Closed));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_double_also_where_a_view_has_parts_and_times_are_alike()
    {
        await using var world = await TestWorld.Start();
        for (var i = 0; i < 4; i++) await world.Fallen();
        var agent = await world.JoinAgent();
        for (var i = 0; i < 3; i++) await world.Fallen();
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set asked_at = 5"); return Done.It; });
        var whole = await world.Ids(agent);

        var (paged, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await world.Page(agent, after: after, limit: 2);
            Assert.InRange(page.Rows.Count, 1, 2);
            paged.AddRange(page.Rows.Select(r => r.ThreadId));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(7, whole.Count);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task A_view_is_narrowed_by_topic_language_and_tag()
    {
        await using var world = await TestWorld.Start();
        var (shoes, bikes, french) = (await world.Fallen(), await world.Fallen(topic: "bikes"), await world.Fallen(topic: "bikes", language: "fr"));
        var (agent, nothing) = (await world.JoinAgent(), await world.Fallen(topic: null));
        await world.Tag(agent, shoes, "refund");
        await world.Tag(agent, french, "refund");

        Assert.Equal([bikes.PublicId, french.PublicId], await world.Ids(agent, filter: new(Topic: "bikes")));
        Assert.Equal([french.PublicId], await world.Ids(agent, filter: new(Topic: "bikes", Language: "fr")));
        Assert.Equal([nothing.PublicId], await world.Ids(agent, filter: new(Topic: InboxFilter.NoTopic)));
        Assert.Equal([french.PublicId], await world.Ids(agent, filter: new(Topic: "bikes", Tag: "refund")));
    }

    [Fact]
    public async Task Nobody_is_late_while_the_shop_is_closed_or_with_what_they_put_aside()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var thread = await world.Fallen();
        Assert.Equal(thread.AskedAt + (15 * 60_000), (await world.Page(agent)).Rows[0].DueAt);

        await world.Db.Write<Done>(async tx =>
        {
            // Open for one minute of the week, an hour before the next one begins.
            var opens = world.Clock.GetUtcNow().AddHours(-1);
            var minute = (opens.Hour * 60) + opens.Minute;
            await tx.Execute("update sites set hours = @hours where id = @Id", new { world.Here.Id, hours = $$"""{"timeZone":"UTC","spans":[{"day":{{(int)opens.DayOfWeek}},"fromMinute":{{minute}},"toMinute":{{minute + 1}}}]}""" });
            return Done.It;
        });
        world.Get<SiteStore>().Forget();
        var monday = new MemberCaller(await world.Get<SiteStore>().Get(world.Here.Id), agent.Member);
        Assert.InRange((await world.Page(monday)).Rows[0].DueAt!.Value - thread.AskedAt, 14 * 7 * 86_400_000L, 15 * 7 * 86_400_000L);

        await world.Snooze(agent, thread, TimeSpan.FromHours(1));
        Assert.Null((await world.Page(agent, InboxViews.Snoozed)).Rows[0].DueAt);
    }

    [Fact]
    public async Task A_line_counts_from_the_visitors_first_word_that_nobody_answered()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var agent = await world.JoinAgent();
        var thread = await world.Fallen(visitor, new string('x', 299) + "🙂🙂");
        var row = (await world.Page(agent)).Rows[0];
        Assert.Equal((thread.AskedAt, thread.AskedAt, true), (row.AskedAt, row.Since, row.VisitorHere));
        Assert.EndsWith("x🙂", row.Text);

        thread = (await world.Take(agent, thread.PublicId)).Value!;
        await world.Say(agent, thread);
        Assert.Null((await world.Page(agent, InboxViews.Mine)).Rows[0].Since);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        var again = world.Now;
        await world.Say(visitor, thread, "And in blue?");
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.Say(visitor, thread, "Hello?");

        var page = await world.Page(agent, InboxViews.Mine);
        Assert.Equal((again, again + page.TargetMs), (page.Rows[0].Since, page.Rows[0].DueAt));
        Assert.Equal((15 * 60_000, world.Now), (page.TargetMs, page.Now));
    }

    [Fact]
    public async Task A_snapshot_and_the_changes_after_it_are_what_a_fresh_snapshot_shows()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (taken, ended, tagged) = (await world.Fallen(), await world.Fallen(), await world.Fallen());
        var snapshot = await world.Page(agent, InboxViews.All);
        var before = world.Changes().Count;

        await world.Take(agent, taken.PublicId);
        await world.Get<EndTogether>().Run(agent, [new(ended.PublicId, ended.Fence)]);
        await world.Tag(agent, tagged, "vip");
        var added = await world.Fallen();
        await world.RunMatching();

        var changes = world.Changes().Skip(before).ToList();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(i => snapshot.Version + i), changes.Select(c => c.Version));
        var rows = snapshot.Rows.ToDictionary(r => r.ThreadId);
        foreach (var change in changes) rows[change.Row.ThreadId] = change.Row;
        var fresh = await world.Page(agent, InboxViews.All);
        Assert.Equal(Told(fresh.Rows), Told(rows.Values.Where(r => r.State != ThreadStates.Closed)));
        Assert.Contains(added.PublicId, fresh.Rows.Select(r => r.ThreadId));
        Assert.Equal(fresh.Version, changes[^1].Version);
    }

    [Fact]
    public async Task What_the_community_takes_itself_is_no_news_for_the_inbox()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(visitor, thread);
        await world.End(maya, thread);
        await world.RunMatching();

        Assert.Empty(world.Changes());
    }

    [Fact]
    public async Task A_ladder_without_agents_shows_what_is_parked_only()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Anyone, 4, 15_000, 20_000)]));
        var agent = await world.JoinAgent();
        var parked = await world.Fallen();
        await world.Join();
        await world.Fallen();

        Assert.Equal([parked.PublicId], await world.Ids(agent));
    }

    [Fact]
    public async Task The_detail_tells_who_was_asked_what_they_said_and_who_could_not_be()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Join(languages: "fr");
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        await world.Decline(maya, (await world.OfferTo(maya, thread)).Id);
        await world.Advance(60);

        var detail = (await world.Get<ReadDetail>().Run(agent, thread.PublicId)).Value!;

        Assert.Equal(("declined", 4_000L, RungKinds.Topic), Said(detail, maya.Member.Name));
        Assert.Equal("expired", Said(detail, leo.Member.Name).What);
        Assert.Equal(1, detail.NotAsked["other_language"]);
        Assert.Equal(2, detail.Row.Asked);
        Assert.Equal(Refusals.NotFound, (await world.Get<ReadDetail>().Run(await world.JoinAgent(world.There), thread.PublicId)).Refusal);
    }

    private static (string What, long? After, string? Rung) Said(InboxDetail detail, string name) =>
        detail.Tried.Where(t => t.Who.Name == name).Select(t => (t.What, t.AfterMs, t.Rung)).First();

    private static IEnumerable<(string, string, string?, string)> Told(IEnumerable<InboxRow> rows) =>
        rows.Select(r => (r.ThreadId, r.State, r.Responder?.Id, string.Join(',', r.Tags))).Order();
}
