using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

public sealed class RetentionTests
{
    [Fact]
    public async Task A_conversation_whose_answers_stand_on_another_page_stays_as_long_as_they_do()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, first) = await world.Rated(maya);
        var page = await world.Published(nour, first);
        var (visitor, twin) = await world.Rated(maya);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);

        await world.Leap(TimeSpan.FromDays(2_000));
        await Purge(world);
        Assert.Single(await Rows(world, "threads", twin.Id));
        await world.Rate(visitor, await world.Again(twin), mayPublish: false);
        await world.Leap(TimeSpan.FromDays(2_000));
        await Purge(world);
        Assert.Equal([], await Rows(world, "threads", twin.Id));
    }

    [Fact]
    public async Task A_conversation_whose_page_was_taken_back_at_once_and_rejected_is_kept_as_long_as_a_private_one()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        var decision = await world.Db.Find<Guid>("select together from decisions where page = @Id", new { page.Id });
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision)).Value);
        Assert.Null((await world.Get<ReviewThread>().Reject(nour, page.PublicId, RejectReasons.Other, note: null)).Refusal);

        await world.Leap(TimeSpan.FromDays(366));
        Assert.StartsWith("unanswered 0, private 1, published 0,", await Due(world));
        await Purge(world);
        Assert.Equal([], await Rows(world, "threads", thread.Id));
    }

    [Fact]
    public async Task Each_class_goes_when_its_time_is_up_and_a_dry_run_says_so_before()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var unanswered = await world.Question();
        await world.Get<EndThread>().Run(new VisitorCaller(world.Here, (await world.Get<VisitorStore>().Find(unanswered.Visitor))!), unanswered.PublicId, null);
        await world.Get<AuditLog>().Read(canary.Admin, "thread.read", canary.Thread.PublicId);
        Assert.Equal("unanswered 0, private 0, published 0, visitors 0, audit 0, numbers 0", await Due(world));

        await world.Leap(TimeSpan.FromDays(91));
        Assert.Equal("unanswered 1, private 0, published 0, visitors 0, audit 0, numbers 0", await Due(world));
        await Purge(world);
        Assert.Equal([], await Rows(world, "threads", unanswered.Id));

        await world.Leap(TimeSpan.FromDays(366));
        Assert.StartsWith("unanswered 0, private 0, published 0, visitors 0, audit ", await Due(world));
        await Purge(world);
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from audit where action = 'thread.read'"));
        // A public page holds its conversation, however old.
        await world.Leap(TimeSpan.FromDays(2_000));
        await Purge(world);
        Assert.Single(await Rows(world, "threads", canary.Thread.Id));

        await world.Db.Write<Done>(async tx => { await tx.Execute("update pages set state = 'withdrawn', updated_at = @Now", new { world.Now }); return Done.It; });
        await world.Leap(TimeSpan.FromDays(1_826));
        Assert.StartsWith("unanswered 0, private 0, published 1,", await Due(world));
        await Purge(world);
        Assert.Equal([], (await canary.Found()).Where(column => column != "tags.tag"));
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from visitors"));
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [Fact]
    public async Task A_purge_takes_a_little_at_a_time_and_a_talk_goes_on_beside_it()
    {
        await using var world = await TestWorld.Start();
        for (var i = 0; i < PurgeOld.AtOnce + 5; i++)
        {
            var old = await world.Question();
            await world.Get<EndThread>().Run(new VisitorCaller(world.Here, (await world.Get<VisitorStore>().Find(old.Visitor))!), old.PublicId, null);
        }
        await world.Leap(TimeSpan.FromDays(91));
        var (visitor, live) = await world.TalkWith(await world.Join());

        Assert.True(await world.Get<PurgeOld>().Run());
        Assert.Equal(6, await world.Db.Find<long>("select count(*) from threads"));
        var rest = Task.Run(() => Purge(world));
        for (var i = 0; i < 20; i++) Assert.NotNull((await world.Say(visitor, live, $"Still here, number {i}.")).Value);
        await rest;

        var left = Assert.Single(await world.Db.Query<Guid>("select id from threads"));
        Assert.Equal(live.Id, left);
        var seqs = (await world.Get<ThreadStore>().Events(left, 0)).Select(e => e.Seq).ToList();
        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(seq => (long)seq), seqs);
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [Fact]
    public async Task The_audit_is_added_to_and_nothing_else()
    {
        await using var world = await TestWorld.Start();
        var admin = await world.Join(roles: Roles.Admin);
        await world.Get<AuditLog>().Read(admin, "thread.read", "abcdefghij");

        foreach (var sql in (string[])["update audit set action = 'x'", "update audit set actor = null", "update audit set at = 1", "delete from audit", "update audit set was = 'x'", .. Past])
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => world.Db.Write<Done>(async tx => { await tx.Execute(sql); return Done.It; }));
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from audit where action = 'thread.read'"));
    }

    [Fact]
    public async Task The_audit_is_found_by_who_what_when_and_about_whom_page_by_page()
    {
        await using var world = await TestWorld.Start();
        var (ada, sam) = (await world.Join(roles: Roles.Admin), await world.JoinAgent());
        for (var number = 0; number < 5; number++)
        {
            await world.Get<AuditLog>().Read(ada, "thread.read", "abcdefghij");
            await world.Get<AuditLog>().Write(sam, "POST /x", "klmnopqrst", allowed: number > 2);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var search = world.Get<AuditSearch>();
        Assert.Equal(5, (await search.Find(world.Here.Id, new(Actor: ada.Id), null, 100)).Count);
        Assert.Equal(3, (await search.Find(world.Here.Id, new(Outcome: "refused"), null, 100)).Count);
        Assert.Equal(5, (await search.Find(world.Here.Id, new(Subject: "klmnopqrst"), null, 100)).Count);
        Assert.Equal(2, (await search.Find(world.Here.Id, new(From: world.Now - 60_000), null, 100)).Count);
        Assert.Empty(await search.Find(world.There.Id, new(), null, 100));
        var pages = new List<Change>();
        while (await search.Find(world.Here.Id, new(), pages.Count == 0 ? null : (pages[^1].At, pages[^1].Id), 3) is { Count: > 0 } page) pages.AddRange(page);
        Assert.Equal(10, pages.Select(p => p.Id).Distinct().Count());
        Assert.Equal(pages.OrderByDescending(p => p.At).ThenByDescending(p => p.Id.ToString()).Select(p => p.At), pages.Select(p => p.At));
    }

    [Fact]
    public async Task Whoever_looks_at_a_conversation_that_is_not_theirs_is_written_down_once()
    {
        await using var world = await TestWorld.Start();
        var (holder, agent) = (await world.Join(), await world.JoinAgent());
        var (_, thread) = await world.TalkWith(holder);
        for (var look = 0; look < 3; look++)
        {
            Assert.Null((await world.Get<WatchThread>().Resume(agent, thread.PublicId, 0)).Refusal);
            Assert.Null((await world.Get<WatchThread>().Resume(holder, thread.PublicId, 0)).Refusal);
        }
        var read = Assert.Single(await world.Get<AuditSearch>().Find(world.Here.Id, new(Outcome: "read"), null, 10));
        Assert.Equal((agent.Id, thread.PublicId), (read.Actor, read.Subject));
    }

    // What goes past the triggers of single rows.
    private static IReadOnlyList<string> Past => TestDatabase.IsPostgres
        ? ["truncate audit", "truncate audit cascade"]
        :
        [
            "insert or replace into audit (id, site, at, actor_kind, action, outcome) select id, site, at, actor_kind, 'x', outcome from audit",
            "insert or replace into audit (rowid, id, site, at, actor_kind, action, outcome) select rowid, 'another', site, at, actor_kind, 'x', outcome from audit",
            "update or replace audit set rowid = rowid + 1",
        ];

    private static async Task<string> Due(TestWorld world) => string.Join(", ", (await world.Get<PurgePlan>().DryRun(world.Here)).Select(p => $"{p.Class} {p.Count}"));

    private static async Task Purge(TestWorld world)
    {
        while (await world.Get<PurgeOld>().Run()) { }
    }

    private static Task<IReadOnlyList<Guid>> Rows(TestWorld world, string table, Guid id) => world.Db.Query<Guid>($"select id from {table} where id = @id", new { id });
}
