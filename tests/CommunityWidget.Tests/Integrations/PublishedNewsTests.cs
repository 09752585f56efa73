using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>That a page is public is told once nobody can take it back any more.</summary>
public sealed class PublishedNewsTests
{
    [Fact]
    public async Task A_page_is_told_of_after_fifteen_seconds_and_one_that_was_taken_back_to_nobody()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: SubscribedKinds.Published);
        var (nour, thread) = await Draft(world);

        var page = await world.Published(nour, thread);
        await Seconds(world, 9);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest(page.Id))!.Together)).Value);
        await Seconds(world, 60);
        Assert.Empty(shop.Came);

        // Published anew it is told anew, and that once.
        await world.Published(nour, thread);
        await Seconds(world, 14);
        Assert.Empty(shop.Came);
        await Seconds(world, 60);
        Assert.Equal($"{thread.PublicId}-{(await world.Again(thread)).LastSeq}-published", Assert.Single(shop.Came).Id);
    }

    [Fact]
    public async Task Published_again_within_the_delay_it_waits_its_own_time()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: SubscribedKinds.Published);
        var (nour, thread) = await Draft(world);

        var page = await world.Published(nour, thread);
        await Seconds(world, 5);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest(page.Id))!.Together)).Value);
        await world.Published(nour, thread);
        await Seconds(world, 14);
        Assert.Empty(shop.Came);
        await Seconds(world, 1);
        Assert.Single(shop.Came);
    }

    [Fact]
    public async Task Behind_what_waited_for_a_program_that_was_away_it_still_waits_its_time()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: $"{SubscribedKinds.Closed} {SubscribedKinds.Published}");
        var (nour, thread) = await Draft(world);

        // The ending is still on its way.
        await world.Published(nour, thread);
        await Seconds(world, 14);
        Assert.Equal(["thread.closed"], shop.Came.Select(posted => posted.Body.Type));
        await Seconds(world, 1);
        Assert.Equal(["thread.closed", "answer.published"], shop.Came.Select(posted => posted.Body.Type));
    }

    private static async Task<(MemberCaller Moderator, ThreadRecord Thread)> Draft(TestWorld world)
    {
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        return (nour, (await world.Rated(maya)).Thread);
    }

    private static Task Seconds(TestWorld world, int seconds) => world.Wait(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(1));
}
