using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whose answers go straight to a page under the policy "trusted": nobody's about whom a moderator has something to decide.</summary>
public sealed class TrustTests
{
    [Fact]
    public async Task A_page_that_reports_hide_speaks_against_its_author_and_for_them_again_once_it_is_shown()
    {
        var (world, maya, pages) = await Trusted(more: 1);
        await using var _ = world;
        await Change(world, async tx => await world.Get<EditionStore>().Hide(tx, pages[^1].Thread, world.Now));
        Assert.Equal(Publications.Review, await Next(world, maya));

        await Change(world, async tx => await world.Get<EditionStore>().Show(tx, pages[^1].Id));
        Assert.Equal(Publications.Published, await Next(world, maya));
    }

    [Fact]
    public async Task A_report_that_was_right_speaks_against_its_author_until_somebody_decides_or_its_time_is_up()
    {
        var (world, maya, _) = await Trusted();
        await using var __ = world;
        await Change(world, tx => world.Get<StrikeStore>().Add(tx, world.Here.Id, maya.Id, StrikeStore.Report, thread: null));
        Assert.Equal(Publications.Review, await Next(world, maya));

        await world.Get<DismissProposal>().Run(await world.Join(roles: Roles.Moderator, available: false), maya.Id);
        Assert.Equal(Publications.Published, await Next(world, maya));
        await Change(world, tx => world.Get<StrikeStore>().Add(tx, world.Here.Id, maya.Id, StrikeStore.Report, thread: null));
        await world.Leap(TimeSpan.FromDays(world.Here.StrikeDays + 1));
        await world.Connect(maya);
        Assert.Equal(Publications.Published, await Next(world, maya));
    }

    [Theory]
    [InlineData(2, Publications.Published)]
    [InlineData(3, Publications.Review)]
    public async Task So_do_as_many_strikes_as_make_a_proposal(int strikes, string becomes)
    {
        var (world, maya, _) = await Trusted();
        await using var __ = world;
        for (var strike = 0; strike < strikes; strike++) await Change(world, tx => world.Get<StrikeStore>().Add(tx, world.Here.Id, maya.Id, StrikeStore.Held, thread: null));

        Assert.Equal(becomes, await Next(world, maya));
    }

    private static async Task<(TestWorld World, MemberCaller Member, IReadOnlyList<Edition> Pages)> Trusted(int more = 0)
    {
        var world = await TestWorld.Start();
        var (maya, nour, pages) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false), new List<Edition>());
        while (pages.Count < TrustedAnswers.Enough + more) pages.Add(await world.Published(nour, (await world.Rated(maya)).Thread));
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Trusted });
        return (world, maya, pages);
    }

    private static async Task<string> Next(TestWorld world, MemberCaller member) => (await world.Again((await world.Rated(member)).Thread)).Publication;

    private static Task Change(TestWorld world, Func<Tx, Task> change) => world.Db.Write<Done>(async tx =>
    {
        await change(tx);
        return Done.It;
    });
}
