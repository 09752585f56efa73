using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

public sealed class ResumeTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory, InlineData("socket"), InlineData("http")]
    public async Task Resuming_gives_exactly_the_events_that_were_missed(string door)
    {
        var (visitor, id, texts) = await Talk();
        await using var _ = visitor;
        var all = (await visitor.Door(door).Resume(id, 0)).Value!;
        Assert.Equal(Enumerable.Range(1, (int)all.HeadSeq).Select(n => (long)n), all.Events.Select(e => e.Seq));
        Assert.Equal(texts, all.Events.Where(e => e.Kind == EventKinds.Message).Select(e => e.Text));
        for (var after = 0L; after <= all.HeadSeq; after++)
        {
            var missed = (await visitor.Door(door).Resume(id, after)).Value!;
            Assert.Equal(all.Events.Where(e => e.Seq > after), missed.Events);
            Assert.Equal(all with { Events = missed.Events, Helpers = missed.Helpers }, missed);
        }
    }

    [Theory, InlineData("socket"), InlineData("http")]
    public async Task A_client_that_is_ahead_gets_everything_anew(string door)
    {
        var (visitor, id, _) = await Talk();
        await using var _2 = visitor;
        var all = (await visitor.Door(door).Resume(id, 0)).Value!;
        Assert.Equal(all.Events, (await visitor.Door(door).Resume(id, all.HeadSeq + 1)).Value!.Events);
        Assert.Equal(all.Events, (await visitor.Door(door).Resume(id, long.MaxValue)).Value!.Events);
        Assert.Equal(all.Events, (await visitor.Door(door).Resume(id, -7)).Value!.Events);
    }

    [Fact]
    public async Task Who_was_away_resumes_what_the_others_saw_pushed()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Are you there?"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(id);
        var seen = (await visitor.Screen.UntilReason(id, "accepted")).Seq;
        visitor.Line.Vanish();
        await visitor.Line.Ended;
        for (var i = 0; i < 5; i++) await member.Send(id, $"word {i}", live.Fence);

        await visitor.Connect();
        visitor.Screen.Show((await visitor.Socket.Resume(id, seen)).Value!);
        await member.Send(id, "welcome back", live.Fence);
        await visitor.Screen.UntilText(id, "welcome back");
        Assert.Equal(["Are you there?", "word 0", "word 1", "word 2", "word 3", "word 4", "welcome back"], visitor.Screen.Texts(id));
        Assert.Empty(visitor.Screen.Faults);
        await visitor.DisposeAsync();
        await app.Check();
    }

    [Fact]
    public async Task Events_for_staff_keep_their_number_and_nothing_else_for_visitors_and_volunteers()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Anything secret?"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(id);
        await visitor.Screen.UntilReason(id, "accepted");
        var author = (await shop.Add(Roles.Agent)).Id;
        await app.Write(async tx =>
        {
            var thread = (await app.Get<ThreadStore>().Find(shop.Site.Id, id))!;
            await app.Get<ThreadWriter>().Append(tx, thread, new Entry(EventKinds.Note, Actor.Member(author), "call the warehouse", Keys.New(), Audiences.Staff));
        });

        var pushed = await visitor.Screen.Until(id, e => e.Audience == Audiences.Staff, "the place of a note");
        var resumed = (await visitor.Socket.Resume(id, live.HeadSeq)).Value!.Events.Single();
        var polled = (await visitor.Http.Resume(id, live.HeadSeq)).Value!.Events.Single();
        Assert.All([pushed, resumed, polled], e => Assert.Equal(
            new ThreadEvent(id, live.HeadSeq + 1, EventKinds.Placeholder, Audiences.Staff, null, null, null, null, e.At), e));
        // A volunteer is none of the shop's own people.
        Assert.Equal(resumed, (await member.Resume(id, live.HeadSeq)).Value!.Events.Single());
        Assert.Equal(resumed, await member.Screen.Until(id, e => e.Seq == pushed.Seq, "the place of a note"));
        await using var agent = await shop.Agent();
        Assert.Equal("call the warehouse", (await agent.Resume(id, live.HeadSeq)).Value!.Events.Single().Text);
    }

    private async Task<(VisitorDriver Visitor, string Id, string[] Texts)> Talk()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("one"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(id);
        await member.Send(id, "two", live.Fence);
        await visitor.Socket.Send(new(id, Keys.New(), "three"));
        await member.Send(id, "four", live.Fence);
        await member.End(id, live.Fence);
        return (visitor, id, ["one", "two", "three", "four"]);
    }
}
