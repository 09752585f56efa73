using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Inbox;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Privacy;
using CommunityWidget.Questions;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

public sealed class ErasureTests
{
    [Fact]
    public async Task Nothing_of_an_erased_visitor_is_left_anywhere()
    {
        // Ended by its world.
        var database = await TestDatabase.Create();
        await using var world = await TestWorld.Start(on: database);
        var canary = new Canary(world);
        var thread = await canary.Sing();
        // It was everywhere a visitor's words can be.
        var planted = await canary.Found();
        var needed = TextColumns.All.Where(c => c.Value == Holds.OfVisitor).Select(c => c.Key).Except(Elsewhere).Concat(["sanctions.reason", "sanctions.appeal", "sanctions.answer"]).ToHashSet();
        Assert.Equal([], needed.Except(planted).Select(column => $"The canary never sat in {column}."));

        if (database is WorldPostgres before) Assert.NotEqual(0, await Canary.InDump(before));

        Assert.Null((await world.Get<EraseVisitor>().Run(canary.Admin, canary.Visitor.Id)).Refusal);

        Assert.Equal([], await canary.Found());
        Assert.Equal([], await Canary.InRedis());
        if (database is WorldFile file) Assert.Equal([], canary.InFiles(file.Path));
        if (database is WorldPostgres postgres) Assert.Equal(0, await Canary.InDump(postgres));
        var left = await world.Again(thread);
        Assert.Equal((ThreadStates.Closed, Outcomes.Erased, Publications.Withdrawn, thread.LastSeq + 1), (left.State, left.Outcome, left.Publication, left.LastSeq));
        var events = await world.Get<ThreadStore>().Events(left.Id, 0);
        Assert.Equal(Enumerable.Range(1, (int)left.LastSeq).Select(seq => (long)seq), events.Select(e => e.Seq));
        Assert.All(events, e => Assert.Contains(e.Kind, new[] { EventKinds.Tombstone, EventKinds.Status, EventKinds.Rung }));
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [Fact]
    public async Task A_live_conversation_that_is_erased_frees_its_seat_and_shows_its_helpers_gaps_at_once()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        var thread = await canary.Sing(published: false);
        var before = world.Notices.Events.Count();

        Assert.Null((await world.Get<EraseVisitor>().Run(canary.Admin, canary.Visitor.Id)).Refusal);

        Assert.Equal(0, (await world.Row(canary.Holder)).Busy);
        var told = world.Notices.Events.Skip(before).Select(e => e.Happened).Where(e => e.ThreadId == thread.PublicId).ToList();
        Assert.DoesNotContain(told, e => e.Text?.Contains(Canary.Word) == true);
        Assert.Contains(told, e => e is { Kind: EventKinds.Tombstone, Seq: 1 });
        Assert.Contains(told, e => e.Status?.Reason == Outcomes.Erased);
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [Fact]
    public async Task Nothing_is_written_to_an_erased_conversation_by_whoever_was_about_to()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        var thread = await canary.Sing();
        await world.Get<EraseVisitor>().Run(canary.Admin, canary.Visitor.Id);

        Assert.Equal(Refusals.NotFound, (await world.Say(canary.Visitor, thread, Canary.Word, reopen: true)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<RateThread>().Run(canary.Visitor, new(thread.PublicId, 5, Canary.Word, true))).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<AddNote>().Run(canary.Admin, thread.PublicId, world.NewKey(), Canary.Word)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<TagThread>().Run(canary.Admin, thread.PublicId, [Canary.Word], [])).Refusal);
        Assert.NotNull((await world.Get<EndTogether>().Undo(canary.Admin, [thread.PublicId])).Value![0].Refusal);
        await world.RunMatching();
        await world.Leap(TimeSpan.FromMinutes(1));
        while (await world.Get<IndexThreads>().Run()) { }
        Assert.Equal([], await canary.Found());
        Assert.Empty((await world.Get<SearchThreads>().Run(canary.Admin, Canary.Word, new(null, null, null, null), null, 50)).Value!.Rows);
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
    }

    [Fact]
    public async Task Whoever_was_erased_while_their_line_was_open_asks_nothing_more_and_every_node_hears_of_it()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        await canary.Sing();
        var told = 0;
        world.Get<ConductSignal>().OnRaised(() => told++);

        Assert.Null((await world.Get<EraseVisitor>().Run(canary.Visitor)).Refusal);

        Assert.Equal(Refusals.NotSignedIn, (await world.Get<AskQuestion>().Run(canary.Visitor, new(world.NewKey(), $"{Canary.Word} again", Name: Canary.Word))).Refusal);
        Assert.Equal([], await canary.Found());
        Assert.Equal((1, true), (told, world.Get<Silences>().IsErased(canary.Visitor.Id)));
    }

    [Fact]
    public async Task An_erased_member_is_nobody_any_more_and_what_they_wrote_is_somebody_s()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        var thread = await canary.Sing();
        await Name(world, canary.Holder.Id);

        Assert.Null((await world.Get<EraseMember>().Run(canary.Admin, canary.Holder.Id, wordsToo: false)).Refusal);

        var dump = await Schema.Dump(world.Db);
        Assert.Equal([], dump.Where(one => one.Text.Contains("Canaria", StringComparison.OrdinalIgnoreCase)).Select(one => one.Column));
        var snapshot = await world.Get<ThreadReader>().Snapshot(thread, 0, canary.Visitor.Id);
        Assert.Contains(snapshot.Events, e => e.Text?.StartsWith("as you said", StringComparison.Ordinal) == true && e.Author!.Name is null);
        Assert.Null((await world.Get<EditionStore>().Answers((await world.Get<EditionStore>().Published(world.Here.Id))[0].Id))[0].MemberName);
    }

    [Fact]
    public async Task What_an_erased_member_wrote_goes_too_where_that_is_asked_for()
    {
        await using var world = await TestWorld.Start();
        var canary = new Canary(world);
        var thread = await canary.Sing();

        Assert.Null((await world.Get<EraseMember>().Run(canary.Admin, canary.Helper.Id, wordsToo: true)).Refusal);
        Assert.Null((await world.Get<EraseMember>().Run(canary.Admin, canary.Holder.Id, wordsToo: true)).Refusal);

        var events = await world.Get<ThreadStore>().Events(thread.Id, 0);
        Assert.DoesNotContain(events, e => e.Body is not null && (e.Author == canary.Holder.Id || e.Author == canary.Helper.Id));
        Assert.Contains(events, e => e.Body is not null && e.Author == canary.Visitor.Id);
    }

    [Fact]
    public async Task What_an_erased_member_answered_is_in_no_earlier_wording_and_the_conversation_is_still_found()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada) = (await world.Join(), await world.Join(roles: Roles.Admin));
        var (_, thread) = await world.Rated(maya, question: "Does the lantern dim?", answer: "Only with a zebrafinch dimmer.");
        await world.Published(ada, thread);
        await ToldBack(world, maya.Id, "zebrafinch");
        await world.Leap(TimeSpan.FromMinutes(1));
        while (await world.Get<IndexThreads>().Run()) { }
        var planted = (await Schema.Dump(world.Db)).Where(one => one.Text.Contains("zebrafinch", StringComparison.Ordinal)).Select(one => one.Column).ToList();
        Assert.All(["revisions.answers", "delivery_tries.answer"], column => Assert.Contains(column, planted));

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);
        await world.RunMatching();

        Assert.Equal([], (await Schema.Dump(world.Db)).Where(one => one.Text.Contains("zebrafinch", StringComparison.Ordinal)).Select(one => one.Column));
        Assert.Equal(thread.PublicId, Assert.Single((await world.Get<SearchThreads>().Run(ada, "lantern", new(null, null, null, null), null, 50)).Value!.Rows).ThreadId);
        Assert.Empty((await world.Get<SearchThreads>().Run(ada, "zebrafinch", new(null, null, null, null), null, 50)).Value!.Rows);
    }

    [Fact]
    public async Task What_an_erased_moderator_noted_beside_a_decision_or_a_draft_goes_too_where_that_is_asked_for()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, ada) = (await world.Join(), await world.Join(roles: Roles.Moderator), await world.Join(roles: Roles.Admin));
        var (rejected, sent) = ((await world.Rated(maya)).Thread, (await world.Rated(maya, "Does the brass lamp darken with the years?")).Thread);
        Assert.NotNull((await world.Get<ReviewThread>().Reject(nour, (await world.Edition(rejected)).PublicId, RejectReasons.Wrong, "Canaria says so")).Value);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, (await world.Edition(sent)).PublicId, maya.Id, "Canaria asks which year")).Value);
        Assert.Equal(["decisions.note", "pages.sent_note"], await Noted());

        Assert.Null((await world.Get<EraseMember>().Run(ada, nour.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Noted());

        async Task<IEnumerable<string>> Noted() =>
            (await Schema.Dump(world.Db)).Where(one => one.Text.Contains("Canaria", StringComparison.OrdinalIgnoreCase)).Select(one => one.Column).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_only_admin_of_a_site_is_not_erased()
    {
        await using var world = await TestWorld.Start();
        var admin = await world.Join(roles: Roles.Admin);
        Assert.Equal(Refusals.LastAdmin, (await world.Get<EraseMember>().Run(admin, admin.Id, wordsToo: false)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<EraseMember>().Run(admin, (await world.Join(world.There)).Id, wordsToo: false)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<EraseVisitor>().Run(admin, (await world.Arrive(world.There)).Id)).Refusal);
    }

    // The words to search by have a shape of their own on each database.
    private static IReadOnlyList<string> Elsewhere => TestDatabase.IsPostgres ? ["thread_words.words"] : ["thread_docs.words"];

    // A receiver that says back what a member said.
    private static Task ToldBack(TestWorld world, Guid member, string word) => world.Db.Write<Done>(async tx =>
    {
        var hook = Guid.CreateVersion7();
        await tx.Execute("insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@hook, @site, 'https://x.example', 'message.added', @yes, 'x', 1)", new { hook, site = world.Here.Id, yes = true });
        await tx.Execute(
            """
            insert into deliveries (webhook, event, thread, seq, kind, state, attempts, tries, due_at, created_at)
            select @hook, 'told-' || seq, thread, seq, 'message.added', 'done', 1, 1, @Now, @Now from events where author = @member and kind = 'message'
            """,
            new { hook, member, world.Now });
        await tx.Execute("insert into delivery_tries (webhook, event, number, at, status, took_ms, answer) select webhook, event, 1, 1, 500, 1, @word from deliveries", new { word });
        return Done.It;
    });

    private static Task Name(TestWorld world, Guid member) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute("update members set name = 'Canaria', email = 'canaria@people.example' where id = @member", new { member });
        await tx.Execute("insert into invitations (id, site, secret_hash, email, name, roles, languages, created_at, expires_at) values (@id, @site, 'x', 'canaria@people.example', 'Canaria', '', '', 1, 1)", new { id = Guid.CreateVersion7(), site = world.Here.Id });
        await tx.Execute(
            "insert into sanctions (id, site, member, kind, reason, issued_by, issued_at, appeal, appealed_at, answer) values (@id, @site, @member, 'reminder', 'Canaria was rude', @member, 1, 'I, Canaria, was not', 1, 'You were, Canaria')",
            new { id = Guid.CreateVersion7(), site = world.Here.Id, member });
        await tx.Execute("insert into api_keys (id, site, member, name, prefix, key_hash, scopes, created_at) values (@id, @site, @member, 'Canaria', 'x', 'x', '', 1)", new { id = Guid.CreateVersion7(), site = world.Here.Id, member });
        await tx.Execute(
            "insert into audit (id, site, at, actor, actor_kind, action, subject, outcome, was, became) values (@id, @site, 1, @member, 'member', 'member.settings', @text, 'changed', 'Canaria', 'Canaria')",
            new { id = Guid.CreateVersion7(), site = world.Here.Id, member, text = member.ToString() });
        return Done.It;
    });
}
