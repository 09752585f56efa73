using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Where sockets are blocked, a member polls and posts: a slower console, not a dead one.</summary>
public sealed class MemberTwinsTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Without_any_socket_a_member_is_offered_accepts_answers_ends_and_takes_it_back()
    {
        var shop = await app.Open();
        await using var maya = new SuperUserDriver(app.Address, await shop.SignIn(await shop.Add(Roles.SuperUser)));
        Assert.True((await maya.Web.Post<MemberStatus>("/api/console/available", new { available = true })).Value!.Available);
        await maya.Console();
        // Someone else is asked too, so that a "Not for me" leaves the question waiting.
        await using var leo = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("Does it dim?"))).Value!.Thread.ThreadId;

        var first = await Offered(maya);
        Assert.NotNull((await maya.Web.Post<Done>($"/api/offers/{first.OfferId}/decline", new { })).Value);
        Assert.Equal(first.OfferId, (await maya.Web.Post<OfferView>($"/api/offers/{first.OfferId}/undo-decline", new { })).Value!.OfferId);
        var live = (await maya.Web.Post<ThreadSnapshot>($"/api/offers/{first.OfferId}/accept", new { })).Value!;
        Assert.Equal((thread, ThreadStates.Live), (live.ThreadId, live.State));
        await maya.Post(new(thread, Keys.New(), "It does.", live.Fence));
        await visitor.Screen.UntilText(thread, "It does.");

        Assert.Equal(Refusals.StaleFence, (await maya.Web.Post<Done>($"/api/threads/{thread}/end", new { fence = live.Fence - 1 })).Refusal);
        Assert.NotNull((await maya.Web.Post<Done>($"/api/threads/{thread}/end", new { live.Fence })).Value);
        var again = (await maya.Web.Post<ThreadSnapshot>($"/api/threads/{thread}/undo-end", new { })).Value!;
        Assert.Equal(ThreadStates.Live, again.State);
        Assert.NotNull((await maya.Web.Post<Done>($"/api/threads/{thread}/release", new { again.Fence })).Value);
        Assert.Equal(ThreadStates.Waiting, (await visitor.Http.Resume(thread, 0)).Value!.State);
    }

    [Fact]
    public async Task A_helper_comes_takes_over_and_leaves_by_posts()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("Which bulb?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(thread);
        await using var leo = new SuperUserDriver(app.Address, await shop.SignIn(await shop.Add(Roles.SuperUser)));

        Assert.Single((await leo.Web.Post<ThreadSnapshot>($"/api/threads/{thread}/join", new { })).Value!.Helpers);
        var fence = (await leo.Web.Post<ThreadSnapshot>($"/api/threads/{thread}/take", new { })).Value!.Fence;
        Assert.NotNull((await leo.Post(new(thread, Keys.New(), "An E27.", fence))).Value);
        Assert.NotNull((await leo.Web.Post<Done>($"/api/threads/{thread}/release", new { fence })).Value);
        Assert.Equal(ThreadStates.Waiting, (await visitor.Http.Resume(thread, 0)).Value!.State);
    }

    // As the console does it: it asks until there is something.
    private static async Task<OfferView> Offered(MemberDriver member)
    {
        OfferView? offered = null;
        await Eventually.Holds(async () => (offered = (await member.Console()).Offers.FirstOrDefault()) is not null);
        return offered!;
    }
}
