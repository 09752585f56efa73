using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Inbox;

/// <summary>The inbox over HTTP and the hub, in the running program.</summary>
public sealed class InboxRoutesTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task An_agent_lists_reads_writes_notes_tags_snoozes_searches_hands_back_and_ends()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Where is my harpsichord?"))).Value!.Thread.ThreadId;
        await visitor.Screen.UntilReason(id, "handed_to_agents");

        var page = (await agent.Web.Get<InboxPage>("/api/inbox?view=unassigned&limit=10")).Value!;
        Assert.Equal(id, Assert.Single(page.Rows).ThreadId);
        Assert.Equal(["harp"], (await agent.Web.Post<InboxRow>($"/api/inbox/{id}/tags", new { add = new[] { "Harp" } })).Value!.Tags);
        Assert.Equal(EventKinds.Note, (await agent.Web.Post<ThreadEvent>($"/api/inbox/{id}/notes", new { key = Keys.New(), text = "Look in the cellar." })).Value!.Kind);
        Assert.NotNull((await agent.Web.Post<InboxRow>($"/api/inbox/{id}/snooze", new { until = page.Now + 3_600_000 })).Value!.SnoozedUntil);
        Assert.Null((await agent.Web.Post<InboxRow>($"/api/inbox/{id}/snooze", new { until = (long?)null })).Value!.SnoozedUntil);
        Assert.Equal(id, (await agent.Web.Get<InboxDetail>($"/api/inbox/{id}")).Value!.Row.ThreadId);
        Assert.True((await agent.Web.Get<InboxHead>("/api/inbox/head")).Value!.Version > page.Version);
        Assert.Empty((await agent.Web.Post<InboxPage>("/api/inbox/search", new { q = "nothing" })).Value!.Rows);
        // What the finder sends, and where it has its choices from.
        var console = await agent.Console();
        Assert.Equal(["en", "fr"], console.Languages);
        foreach (var language in console.Languages) Assert.Equal(language == "en" ? 1 : 0, (await agent.Web.Get<InboxPage>($"/api/inbox?view=all&language={language}")).Value!.Rows.Count);
        Assert.Equal(["harp"], (await agent.Web.Get<IReadOnlyList<string>>("/api/inbox/tags")).Value!);
        Assert.Empty((await agent.Web.Get<IReadOnlyList<ReachableMember>>("/api/reachable")).Value!);
        Assert.Empty((await agent.Web.Get<IReadOnlyList<CannedReply>>("/api/replies")).Value!);

        var live = (await agent.Web.Post<ThreadSnapshot>($"/api/threads/{id}/take", new { })).Value!;
        Assert.NotNull((await agent.Web.Post<Done>($"/api/threads/{id}/transfer", new { live.Fence })).Value);
        await visitor.Screen.UntilReason(id, "handed_back");
        var fence = (await agent.Web.Get<InboxDetail>($"/api/inbox/{id}")).Value!.Row.Fence;
        Assert.Null((await agent.Web.Post<IReadOnlyList<ThreadOutcome>>("/api/inbox/end", new { threads = new[] { new { threadId = id, fence } } })).Value![0].Refusal);
        Assert.Null((await agent.Web.Post<IReadOnlyList<ThreadOutcome>>("/api/inbox/undo-end", new { threads = new[] { id } })).Value![0].Refusal);
    }

    [Fact]
    public async Task A_parked_question_is_given_taken_back_and_given_back_by_post()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await agent.SetAvailable(false);
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread.ThreadId;
        await visitor.Screen.UntilReason(id, "parked");
        await using var maya = await shop.SuperUser();
        var people = (await agent.Web.Get<IReadOnlyList<ReachableMember>>($"/api/reachable?thread={id}")).Value!;
        var to = people.Single(p => p.Who.Kind == Roles.SuperUser).Who.Id!;

        var given = (await agent.Web.Post<Done>($"/api/threads/{id}/transfer", new { fence = 0, member = to, note = "You know this maker." })).Value;
        Assert.NotNull(given);
        Assert.Equal(to, (await agent.UntilInbox(c => c.Row.ThreadId == id && c.Row.Assignee is not null)).Row.Assignee!.Id);
        Assert.Equal(to, Assert.Single((await maya.Web.Get<IReadOnlyList<WaitingQuestion>>("/api/waiting")).Value!).Assignee!.Id);
        Assert.NotNull((await agent.Web.Post<Done>($"/api/threads/{id}/undo-transfer", new { })).Value);
        Assert.Null((await agent.Web.Get<InboxDetail>($"/api/inbox/{id}")).Value!.Row.Assignee);
        Assert.Equal(Refusals.StaleFence, (await agent.Web.Post<Done>($"/api/threads/{id}/transfer", new { fence = 0, member = to })).Refusal);
        Assert.NotNull((await agent.Web.Post<Done>($"/api/threads/{id}/transfer", new { fence = 2, member = to })).Value);
        Assert.NotNull((await maya.Web.Post<Done>($"/api/threads/{id}/release", new { fence = 3 })).Value);
        Assert.Null(Assert.Single((await maya.Web.Get<IReadOnlyList<WaitingQuestion>>("/api/waiting")).Value!).Assignee);
        Assert.Equal(Refusals.NotAllowed, (await maya.Web.Post<Done>($"/api/threads/{id}/undo-transfer", new { })).Refusal);
    }

    [Fact]
    public async Task Changes_reach_the_shops_own_people_numbered_and_volunteers_see_no_note()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread.ThreadId;
        var change = await agent.UntilInbox(c => c.Row.ThreadId == id && c.Row.State == ThreadStates.Waiting);
        await agent.Take(id);
        Assert.True((await agent.UntilInbox(c => c.Row.ThreadId == id && c.Row.State == ThreadStates.Live)).Version > change.Version);

        await using var maya = await shop.SuperUser();
        Assert.NotNull((await maya.Web.Post<ThreadSnapshot>($"/api/threads/{id}/join", new { })).Value);
        var note = (await agent.Web.Post<ThreadEvent>($"/api/inbox/{id}/notes", new { key = Keys.New(), text = "Between us." })).Value!;
        Assert.Equal(EventKinds.Placeholder, (await maya.Screen.Until(id, e => e.Seq == note.Seq, "the place of a note")).Kind);
        Assert.Equal("Between us.", (await agent.Screen.Until(id, e => e.Seq == note.Seq, "the note")).Text);
        Assert.Equal(EventKinds.Placeholder, (await visitor.Screen.Until(id, e => e.Seq == note.Seq, "the place of a note")).Kind);
    }

    [Theory]
    [InlineData("\uFFFE"), InlineData("a \uFFFE b"), InlineData("\u0000"), InlineData("a\u202Eb")]
    public async Task A_tag_that_is_no_text_is_refused(string tag)
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread.ThreadId;

        Assert.Equal(Refusals.TagNotUsable, (await agent.Web.Post<InboxRow>($"/api/inbox/{id}/tags", new { add = new[] { tag } })).Refusal);
    }

    [Theory]
    [InlineData("/api/inbox"), InlineData("/api/inbox/head"), InlineData("/api/replies"), InlineData("/api/reachable"), InlineData("/api/inbox/abcdefghij")]
    public async Task Nobody_else_sees_it(string path)
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        Assert.Equal(Refusals.NotAllowed, (await maya.Web.Get<object>(path)).Refusal);
    }

    [Fact]
    public async Task What_is_looked_for_stands_in_no_address_and_is_refused_like_any_other_body()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        await using var agent = await shop.Agent();

        // "search" is no conversation's id.
        Assert.False((await agent.Web.Ask(HttpMethod.Get, "/api/inbox/search?q=100234567")).IsGood);
        Assert.Equal(Refusals.NotAllowed, (await maya.Web.Post<object>("/api/inbox/search", new { q = "x" })).Refusal);
        foreach (var body in new object[] { new { q = "x", state = "\0" }, new { q = 7 }, new { q = "x", limit = "many" } })
            Assert.Equal(Refusals.NotUnderstood, (await agent.Web.Post<InboxPage>("/api/inbox/search", body)).Refusal);
    }
}
