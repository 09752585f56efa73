using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Conversations on their way to a page.</summary>
internal static class ReviewCase
{
    private static int _answers;

    /// <summary>A talk that ended, was rated 5 and may be published; what it became by itself.</summary>
    public static async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Rated(
        this TestWorld world, MemberCaller member, string question = "Which size of the walking shoe should I take?", string? answer = null, bool mayPublish = true, ProductContext? product = null)
    {
        var visitor = await world.Arrive(member.Site);
        var asked = await world.Thread(visitor, (await world.Ask(visitor, text: question, product: product)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var thread = (await world.Accept(member, (await world.OfferTo(member, asked)).Id)).Value!;
        // Nobody says the same over and over: that would be refused.
        Assert.NotNull((await world.Say(member, thread, answer ?? $"Size 42 fits, the shoe runs a little large. (Last {Interlocked.Increment(ref _answers)}.)")).Value);
        await world.End(member, thread);
        await world.Rate(visitor, thread, mayPublish);
        await world.RunMatching();
        return (visitor, await world.Again(thread));
    }

    public static async Task Rate(this TestWorld world, VisitorCaller visitor, ThreadRecord thread, bool mayPublish, int stars = 5) =>
        Assert.NotNull((await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, stars, MayPublish: mayPublish, Consent: "2"))).Value);

    /// <summary>The draft or page of a thread.</summary>
    public static async Task<Edition> Edition(this TestWorld world, ThreadRecord thread) => (await world.Get<EditionStore>().Of(thread.Id))!;

    public static async Task<Edition> Published(this TestWorld world, MemberCaller moderator, ThreadRecord thread) =>
        (await world.Get<ReviewThread>().Publish(moderator, (await world.Edition(thread)).PublicId, title: null)).Value!;

    /// <summary>The site as it is set up now, in its people's hands.</summary>
    public static async Task<Site> Set(this TestWorld world, Func<Site, Site> change)
    {
        await world.Db.Write<Contracts.Done>(async tx =>
        {
            await world.Get<SiteStore>().Save(tx, change(world.Here));
            return Contracts.Done.It;
        });
        return await world.Get<SiteStore>().Get(world.Here.Id);
    }
}
