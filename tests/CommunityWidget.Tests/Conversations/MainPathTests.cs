using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

public sealed class MainPathTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Over_sockets_a_question_is_asked_offered_accepted_talked_about_ended_and_rated()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();

        var asked = (await visitor.Socket.Ask(Keys.Question("Does it fit?"))).Value!;
        var id = asked.Thread.ThreadId;
        Assert.False(asked.Existing);
        Assert.Equal((ThreadStates.Waiting, RungKinds.Topic), (asked.Thread.State, asked.Thread.Rung));

        var offer = await member.NextOffer(id);
        Assert.Equal("Does it fit?", offer.Text);
        var live = (await member.Accept(offer.OfferId)).Value!;
        Assert.Equal(ThreadStates.Live, live.State);
        Assert.Equal(live.Responder!.Name, (await visitor.Screen.UntilReason(id, "accepted")).Status!.Responder!.Name);

        await ((VisitorSocket)visitor.Socket).Typing(id);
        Assert.Equal("visitor", (await member.UntilTyping()).Who.Kind);
        await member.Typing(id);
        Assert.Equal(live.Responder.Id, (await visitor.UntilTyping()).Who.Id);

        var sent = (await member.Send(id, "It does.", live.Fence)).Value!;
        await visitor.Screen.UntilText(id, "It does.");
        await visitor.Socket.Seen(id, sent.Seq);
        Assert.Equal((sent.Seq, true), ((await member.UntilSeen()).Seq, (await member.UntilSeen()).ByVisitor));
        var thanks = (await visitor.Socket.Send(new(id, Keys.New(), "Thank you!"))).Value!;
        await member.Screen.UntilText(id, "Thank you!");
        await member.Seen(id, thanks.Seq);
        Assert.False((await visitor.UntilSeen(thanks.Seq)).ByVisitor);

        Assert.NotNull((await member.End(id, live.Fence)).Value);
        Assert.Equal(ThreadStates.Closed, (await visitor.Screen.UntilReason(id, "ended")).Status!.State);
        Assert.NotNull((await visitor.Socket.Rate(new(id, 5, "Quick", MayPublish: true))).Value);
        Assert.Equal(5, (await member.Screen.UntilReason(id, "rated")).Status!.Stars);

        await BothSidesShowTheRecord(visitor, member, id, ["Does it fit?", "It does.", "Thank you!"]);
        Assert.Equal(0, (await shop.Row(member)).Busy);
        await app.Check();
    }

    [Fact]
    public async Task Over_post_twins_and_polling_alone_the_visitor_has_the_same_conversation()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        var visitor = await shop.Visitor();

        var id = (await visitor.Http.Ask(Keys.Question("Only HTTP here?"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(id);
        await Poll(visitor, id, s => s.State == ThreadStates.Live);
        await member.Post(new(id, Keys.New(), "Then we poll.", live.Fence));
        var head = (await Poll(visitor, id, s => s.Events.Any(e => e.Text == "Then we poll."))).HeadSeq;
        await visitor.Http.Seen(id, head);
        Assert.Equal(head, (await member.UntilSeen()).Seq);
        await visitor.Http.Send(new(id, Keys.New(), "Works."));
        await member.Screen.UntilText(id, "Works.");
        Assert.NotNull((await visitor.Http.End(id)).Value);
        Assert.NotNull((await visitor.Http.Rate(new(id, 4))).Value);
        await member.Screen.UntilReason(id, "rated");

        await BothSidesShowTheRecord(visitor, member, id, ["Only HTTP here?", "Then we poll.", "Works."]);
        await app.Check();
    }

    [Fact]
    public async Task One_side_on_a_socket_and_the_other_polling_see_the_same_record()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Http.Ask(Keys.Question("Asked by POST, read by socket"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(id);

        for (var i = 0; i < 10; i++)
        {
            await (i % 2 == 0 ? visitor.Http : visitor.Socket).Send(new(id, Keys.New(), $"visitor {i}"));
            await (i % 3 == 0 ? member.Post(new(id, Keys.New(), $"member {i}", live.Fence)) : member.Send(id, $"member {i}", live.Fence));
        }
        await visitor.Screen.UntilText(id, "member 9");
        await member.Screen.UntilText(id, "member 9");

        await BothSidesShowTheRecord(visitor, member, id, ["Asked by POST, read by socket", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"visitor {i}", $"member {i}" })]);
        await app.Check();
    }

    private static async Task BothSidesShowTheRecord(VisitorDriver visitor, MemberDriver member, string id, string[] texts)
    {
        var forVisitor = (await visitor.Http.Resume(id, 0)).Value!;
        var forMember = (await member.Resume(id, 0)).Value!;
        visitor.Screen.Show(forVisitor);
        Assert.Equal(Enumerable.Range(1, (int)forVisitor.HeadSeq).Select(n => (long)n), forVisitor.Events.Select(e => e.Seq));
        Assert.Equal(forVisitor.Events.Select(e => (e.Seq, e.Kind, e.Text)), forMember.Events.Select(e => (e.Seq, e.Kind, e.Text)));
        Assert.Equal(texts, visitor.Screen.Texts(id));
        Assert.Equal(texts, member.Screen.Texts(id));
        Assert.Empty(visitor.Screen.Faults.Concat(member.Screen.Faults));
    }

    private static async Task<ThreadSnapshot> Poll(VisitorDriver visitor, string id, Func<ThreadSnapshot, bool> until)
    {
        using var late = new CancellationTokenSource(Wire.Patience);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await interval.WaitForNextTickAsync(late.Token))
        {
            if ((await visitor.Http.Resume(id, 0)).Value is { } snapshot && until(snapshot)) return snapshot;
        }
        throw new TimeoutException("Polled in vain.");
    }
}
