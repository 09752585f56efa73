using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Somebody's threads in every state, to be left alone by everybody else.</summary>
public sealed class Victim
{
    private IReadOnlyList<ThreadSnapshot> _before = [];

    public required Shop Shop { get; init; }

    public required VisitorDriver Visitor { get; init; }

    public required SuperUserDriver Member { get; init; }

    public required string OfferId { get; init; }

    public required string MemberId { get; init; }

    /// <summary>Threads a volunteer of the same site may not read either: a live one, a closed one, one only offered to another.</summary>
    public required IReadOnlyList<string> Private { get; init; }

    /// <summary>All of them, also a parked one.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    public static async Task<Victim> Make(Shop shop)
    {
        var parkedVisitor = await shop.Visitor();
        var parked = (await parkedVisitor.Http.Ask(Keys.Question("Parked"))).Value!.Thread.ThreadId;
        await PollTheEnd(parkedVisitor, parked);

        var member = await shop.SuperUser(seats: 3);
        var visitor = await shop.ConnectedVisitor();
        var closed = (await visitor.Socket.Ask(Keys.Question("Closed"))).Value!.Thread.ThreadId;
        await member.AcceptNext(closed);
        await visitor.Socket.End(closed);
        var live = (await visitor.Socket.Ask(Keys.Question("Live"))).Value!.Thread.ThreadId;
        var snapshot = await member.AcceptNext(live);
        var offered = (await (await shop.Visitor()).Http.Ask(Keys.Question("Offered"))).Value!.Thread.ThreadId;
        var offer = await member.NextOffer(offered);
        var victim = new Victim
        {
            Shop = shop,
            Visitor = visitor,
            Member = member,
            OfferId = offer.OfferId,
            MemberId = snapshot.Responder!.Id!,
            Private = [live, closed],
            Threads = [live, closed, parked, offered],
        };
        victim._before = await victim.Look();
        return victim;
    }

    /// <summary>Same events, same state, and nobody was told that a stranger is writing.</summary>
    public async Task IsUntouched()
    {
        // Whatever a stranger set off would have come before this.
        await Member.Typing(Private[0]);
        Assert.Equal(MemberId, (await Visitor.UntilTyping()).Who.Id);
        Assert.Single(Visitor.Typed);
        foreach (var (before, after) in _before.Zip(await Look()))
        {
            Assert.Equal(before.Events, after.Events);
            Assert.Equal(before.Helpers, after.Helpers);
            Assert.Equal(before with { Events = [], Helpers = [] }, after with { Events = [], Helpers = [] });
        }
        await Member.DisposeAsync();
        await Visitor.DisposeAsync();
    }

    private async Task<IReadOnlyList<ThreadSnapshot>> Look() =>
        [(await Visitor.Http.Resume(Private[0], 0)).Value!, (await Visitor.Http.Resume(Private[1], 0)).Value!];

    private static async Task PollTheEnd(VisitorDriver visitor, string id)
    {
        await visitor.Connect();
        visitor.Screen.Show((await visitor.Socket.Resume(id, 0)).Value!);
        await visitor.Screen.UntilReason(id, "parked");
        await visitor.DisposeAsync();
    }
}
