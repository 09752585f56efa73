using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A visitor with a thread in every state, and a volunteer in the live one.</summary>
public sealed class Scene : IAsyncDisposable
{
    public required Shop Shop { get; init; }

    public required VisitorDriver Visitor { get; init; }

    public required SuperUserDriver Member { get; init; }

    public required string Live { get; init; }

    public required long Fence { get; init; }

    public required string UsedKey { get; init; }

    public required string Closed { get; init; }

    /// <summary>Closed eight days ago, never answered.</summary>
    public required string Old { get; init; }

    /// <summary>Parked, answered by another volunteer.</summary>
    public required string Answered { get; init; }

    /// <summary>Parked, answered by nobody.</summary>
    public required string Parked { get; init; }

    public static async Task<Scene> Set(RunningApp app)
    {
        var shop = await app.Open();
        var visitor = await shop.ConnectedVisitor();
        var (parked, answered, old) = (await Park(visitor), await Park(visitor), await Park(visitor));
        await visitor.Socket.End(old);
        var week = 8L * 24 * 3_600 * 1_000;
        await app.Write(tx => tx.Execute("update events set at = at - @week where thread = (select id from threads where public_id = @old)", new { week, old }));

        await using var other = await shop.SuperUser();
        await other.Send(answered, "Here is why.", 0);
        await other.SetAvailable(false);
        var member = await shop.SuperUser();
        var closed = (await visitor.Socket.Ask(Keys.Question("Closed"))).Value!.Thread.ThreadId;
        await member.AcceptNext(closed);
        await visitor.Socket.End(closed);
        var usedKey = Keys.New();
        var live = await member.AcceptNext((await visitor.Socket.Ask(Keys.Question("Live", usedKey))).Value!.Thread.ThreadId);
        return new()
        {
            Shop = shop,
            Visitor = visitor,
            Member = member,
            Live = live.ThreadId,
            Fence = live.Fence,
            UsedKey = usedKey,
            Closed = closed,
            Old = old,
            Answered = answered,
            Parked = parked,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Member.DisposeAsync();
        await Visitor.DisposeAsync();
    }

    // Nobody is connected yet: a question parks at once.
    private static async Task<string> Park(VisitorDriver visitor)
    {
        var id = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread.ThreadId;
        await visitor.Screen.UntilReason(id, "parked");
        return id;
    }
}
