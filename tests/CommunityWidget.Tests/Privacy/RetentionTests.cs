using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Privacy;

public sealed class RetentionTests
{
    [Fact]
    public async Task Where_a_visitor_was_is_known_for_no_longer_than_the_day_s_key()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        await world.Get<BlockedPlaces>().Keep(visitor, System.Net.IPAddress.Parse("203.0.113.7"));
        Task<long> Known() => world.Db.Find<long>("select count(*) from visitors where place is not null");
        while (await world.Get<PurgeOld>().Run()) { }
        Assert.Equal(1, await Known());

        world.Clock.Skip(TimeSpan.FromDays(2));
        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal((0, 0), (await Known(), await world.Db.Find<long>("select count(*) from daily_keys")));
    }

    [Fact]
    public async Task What_hangs_on_nothing_goes_by_the_hundred_and_small_things_are_looked_for_by_the_hour()
    {
        await using var world = await TestWorld.Start();
        Task Execute(string sql, int times) => world.Db.Write<Done>(async tx =>
        {
            for (var n = 0; n < times; n++) await tx.Execute(sql, new { id = Guid.CreateVersion7(), site = world.Here.Id });
            return Done.It;
        });
        Task<long> Keys() => world.Db.Find<long>("select count(*) from daily_keys");
        await Execute("insert into audit (id, site, at, actor_kind, action, outcome) values (@id, @site, 0, 'member', 'x', 'read')", 300);

        Assert.False(await world.Get<PurgeOld>().Run());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from audit where action = 'x'"));

        await Execute("insert into daily_keys (day, key) values (0, 'x')", 1);
        Assert.False(await world.Get<PurgeOld>().Run());
        Assert.Equal(1, await Keys());
        world.Clock.Skip(TimeSpan.FromMinutes(59));
        await world.Get<PurgeOld>().Run();
        Assert.Equal(0, await Keys());
    }

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
    public async Task The_address_of_a_page_that_was_merged_leads_on_as_long_as_there_is_anything_of_the_other_one()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, first) = await world.Rated(maya, answer: "It fits.");
        var (_, twin) = await world.Rated(maya, answer: "It fits.");
        var (stays, goes) = (await world.Published(nour, first), await world.Published(nour, twin));
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, goes.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, goes.PublicId, stays.PublicId)).Value);

        await world.Leap(TimeSpan.FromDays(2_000));
        await Purge(world);
        Assert.Single(await Rows(world, "threads", twin.Id));

        Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, stays.PublicId)).Value);
        await world.Leap(TimeSpan.FromDays(2_000));
        for (var round = 0; round < 2; round++) await Purge(world);
        Assert.Equal([], await Rows(world, "threads", first.Id));
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_page_whose_visitor_is_erased_says_that_it_is_gone_for_as_long_as_any_other(bool takenDown)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        await world.Leap(TimeSpan.FromDays(2_000));
        if (takenDown) Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, page.PublicId)).Value);
        await world.Leap(TimeSpan.FromDays(1_000));

        Assert.NotNull((await world.Get<EraseVisitor>().Run(visitor)).Value);
        await Purge(world);

        Assert.True((await world.Edition(thread)).IsGone);
        // Counted from when it went: what was erased later does not last longer for it.
        await world.Leap(TimeSpan.FromDays(takenDown ? 826 : 1_824));
        await Purge(world);
        Assert.Equal(takenDown ? 0 : 1, (await Rows(world, "threads", thread.Id)).Count);
        await world.Leap(TimeSpan.FromDays(2));
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
        // Who asked goes with what they asked.
        Assert.Equal("unanswered 1, private 0, published 0, visitors 1, audit 0, numbers 0", await Due(world));
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
    public async Task A_dry_run_counts_the_visitors_who_go_with_their_last_conversation_and_nobody_who_keeps_one()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (idle, back) = (await world.Arrive(), await world.Arrive());
        foreach (var visitor in new[] { back, await world.Arrive() })
        {
            var asked = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
            Assert.Null((await world.End(visitor, asked)).Refusal);
        }
        var (answered, live) = await world.TalkWith(maya);
        Assert.NotNull((await world.Say(maya, live)).Value);
        await world.End(maya, live);
        await world.Leap(TimeSpan.FromDays(91));
        Assert.Null((await world.Ask(back, text: "And how heavy is it?")).Refusal);
        await world.Arrive();

        Assert.Equal("unanswered 2, private 0, published 0, visitors 2, audit 0, numbers 0", await Due(world));
        await Purge(world);

        var left = await world.Db.Query<Guid>("select id from visitors");
        Assert.Equal(3, left.Count);
        Assert.DoesNotContain(idle.Id, left);
        Assert.Superset(new HashSet<Guid> { back.Id, answered.Id }, left.ToHashSet());
    }

    [Fact]
    public async Task What_readers_sent_goes_once_it_is_long_decided_or_nobody_can_decide_it_any_more()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, gone, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Publish("Is it heavy?", "It is as light as a feather."), await pages.Moderator());
        var file = world.Get<FileReport>();
        var wrong = (await file.Run(world.Here, page.PublicId, new(0, ReportReasons.Other, "Decided."), "one reader")).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, wrong.PublicId, right: false)).Value);
        Assert.Null((await file.Run(world.Here, page.PublicId, new(0, ReportReasons.Other, "Open."), "another reader")).Refusal);
        foreach (var to in new[] { page, gone }) Assert.Null((await world.Get<ProposeAnswer>().Run(world.Here, to.PublicId, new("Robin", $"Mine hums. {to.Title}"), "a reader")).Refusal);
        Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, gone.PublicId)).Value);
        await Purge(world);
        Assert.Equal((2, 2), await Left());

        await world.Leap(TimeSpan.FromDays(31));
        await Purge(world);
        Assert.Equal((2, 1), await Left());

        await world.Leap(TimeSpan.FromDays(335));
        await Purge(world);
        Assert.Equal((1, 1), await Left());
        Assert.Equal("Open.", await world.Db.Find<string>("select words from reports"));

        Task<(long, long)> Left() => world.Db.Find<(long, long)>("select (select count(*) from reports), (select count(*) from proposed_answers)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conversation_that_is_published_while_it_is_about_to_go_stays_and_so_does_its_page(bool published)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        var draft = await world.Edition(thread);
        await world.Leap(TimeSpan.FromDays(400));
        Assert.StartsWith("unanswered 0, private 1,", await Due(world));
        var db = new Db(
            new MeanwhileDialect(world.Db.Dialect, async () => { if (published) await world.Published(nour, thread); }, after: PurgeOld.SmallThings.Count), NullLogger<Db>.Instance);

        await new PurgeOld(db, world.Get<SiteStore>(), world.Get<PurgePlan>(), world.Get<OutOfSight>(), world.Get<AuditLog>(), world.Get<Scrub>(), world.Clock).Run();

        Assert.Equal(published ? [Publications.Published] : [], await world.Db.Query<string>("select state from pages where id = @Id", new { draft.Id }));
        Assert.Equal(published ? 1 : 0, (await Rows(world, "threads", thread.Id)).Count);
    }

    [Fact]
    public async Task On_a_quiet_site_too_the_last_day_s_key_and_the_last_place_that_was_shut_go()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var mark = (await world.Get<ReaderMarks>().Of(world.Here.Id, System.Net.IPAddress.Loopback)).Value!;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into blocked_places (site, place, visitor, until) values (@site, @mark, @Id, @until)", new { site = world.Here.Id, mark, visitor.Id, until = world.Now + 1_000 });
            return Done.It;
        });
        await Purge(world);
        Assert.Equal((1, 1), await Left());

        // By yesterday's key one may still be known who was blocked until the day ended.
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Purge(world);
        Assert.Equal((1, 0), await Left());
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Purge(world);
        Assert.Equal((0, 0), await Left());

        Task<(long, long)> Left() => world.Db.Find<(long, long)>("select (select count(*) from daily_keys), (select count(*) from blocked_places)");
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

    [SqliteFact]
    public async Task What_there_is_much_of_goes_in_transactions_of_a_few_rows()
    {
        await using var world = await TestWorld.Start();
        await world.Db.Write<Done>(async tx =>
        {
            for (var i = 0; i < 120; i++)
                await tx.Execute("insert into question_tallies (thread, site, asked_at, seq, language, outcome, reached_team, visitor_messages, super_user_messages, team_messages) values (@thread, @Id, 1, 2, 'en', 'super_users', 0, 1, 1, 0)", new { thread = Guid.CreateVersion7(), world.Here.Id });
            await tx.Execute("create trigger stop before delete on question_tallies when (select count(*) from question_tallies) <= 60 begin select raise(abort, 'stopped'); end");
            return Done.It;
        });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => world.Get<PurgeOld>().Run());

        // What the first one took is gone whatever became of the second.
        Assert.Equal(70, await world.Db.Find<long>("select count(*) from question_tallies"));
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
