using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A button pressed twice, and what a line sends again because the answer to it got lost.</summary>
public sealed class SentAgainTests : LaterCase
{
    [Fact]
    public async Task An_address_left_twice_gets_one_mail_and_its_link_is_good()
    {
        var (visitor, thread) = await Parked();
        Assert.Null((await Leave(visitor, thread)).Refusal);
        await DeliverMails();
        World.Clock.Skip(TimeSpan.FromSeconds(9));
        Assert.Null((await Leave(visitor, thread)).Refusal);
        await DeliverMails();

        Assert.Null((await World.Get<ConfirmEmail>().Run(Assert.Single(Post.Mails).Secret("/confirm-email"))).Refusal);
    }

    [Fact]
    public async Task Whoever_leaves_it_once_more_later_waits_for_another_mail_and_gets_it()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        await DeliverMails();
        World.Clock.Skip(TimeSpan.FromSeconds(10));
        await Leave(visitor, thread);
        await DeliverMails();

        Assert.Equal(2, Post.Mails.Count);
        Assert.Null((await World.Get<ConfirmEmail>().Run(Post.Mails[1].Secret("/confirm-email"))).Refusal);
    }

    [Fact]
    public async Task An_address_left_after_another_gets_its_mail_however_soon()
    {
        var (visitor, thread) = await Parked();
        foreach (var address in new[] { Address, "other@visitors.example", Address }) Assert.Null((await Leave(visitor, thread, address)).Refusal);
        await DeliverMails();

        Assert.Equal(Address, Assert.Single(Post.Mails).To);
        Assert.Null((await World.Get<ConfirmEmail>().Run(Post.Mails[0].Secret("/confirm-email"))).Refusal);
    }

    [Fact]
    public async Task The_same_rating_in_the_same_words_is_given_once()
    {
        var (visitor, thread) = await Answered();

        foreach (var _ in new[] { 1, 2 }) await Rate(visitor, thread, 4, "Quick and right");

        Assert.Equal([4], await Ratings(thread));
        await Rate(visitor, thread, 4, "Quick, and right in the end");
        await Rate(visitor, thread, 5, "Quick, and right in the end");
        Assert.Equal([4, 4, 5], await Ratings(thread));
    }

    [Fact]
    public async Task The_same_rating_still_says_anew_whether_it_may_be_published()
    {
        var (visitor, thread) = await Answered();
        await Rate(visitor, thread, 5);
        await Rate(visitor, thread, 5, mayPublish: true);
        Assert.Equal([5], await Ratings(thread));
        Assert.True((await World.Again(thread)).ConsentVersion is not null);

        await Rate(visitor, thread, 5);
        Assert.Equal([5], await Ratings(thread));
        Assert.False((await World.Again(thread)).ConsentVersion is not null);
    }

    [Fact]
    public async Task The_same_rating_of_somebody_else_s_answer_is_another_one()
    {
        var (visitor, thread) = await Answered();
        await Rate(visitor, thread, 4);
        var (maya, leo) = (await World.Get<MemberStore>().Find((await World.Again(thread)).Responder!.Value), await World.Join());
        await World.Release(new(World.Here, maya!), await World.Again(thread));
        await World.RunMatching();
        await World.Accept(leo, (await World.OfferTo(leo, thread)).Id);

        await Rate(visitor, thread, 4);

        Assert.Equal([4, 4], await Ratings(thread));
    }

    private async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Answered()
    {
        var maya = await World.Join();
        var (visitor, thread) = await World.TalkWith(maya);
        await World.Say(maya, thread);
        return (visitor, await World.Again(thread));
    }

    private async Task Rate(VisitorCaller visitor, ThreadRecord thread, int stars, string? words = null, bool mayPublish = false) =>
        Assert.NotNull((await World.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, stars, words, mayPublish))).Value);

    private async Task<IEnumerable<int?>> Ratings(ThreadRecord thread) =>
        [.. (await World.Get<ThreadStore>().Events(thread.Id, after: 0)).Where(e => e.Kind == EventKinds.Rating).Select(e => e.Status?.Stars)];
}
