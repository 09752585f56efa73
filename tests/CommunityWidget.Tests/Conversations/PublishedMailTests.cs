using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Whoever left an address is told once that their page is public, with a link that takes it down.</summary>
public sealed class PublishedMailTests : LaterCase
{
    [Fact]
    public async Task The_link_of_the_mail_takes_the_page_down_and_says_so_each_time_it_is_pressed()
    {
        var (nour, thread, draft) = await Drafted();
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        var before = Post.Mails.Count;
        await DeliverMails();
        Assert.Equal(before, Post.Mails.Count);
        await DeliverMails(TimeSpan.FromSeconds(16));
        World.Clock.Skip(TimeSpan.FromSeconds(1));

        var mail = Assert.Single(Post.Mails.Skip(before));
        Assert.Contains($"/{draft.PublicId}/", mail.Part("text/plain"));
        Assert.Matches($"<a href=\"http://localhost/[^\"]*/{draft.PublicId}/", mail.Part("text/html"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.NotEqual("", mail.Secret("/stop-mails"));
        var secret = mail.Secret("/withdraw-consent");
        Assert.Equal(Refusals.LinkNotValid, (await World.Get<WithdrawConsent>().Run("no such secret")).Refusal);
        Assert.Equal(Refusals.LinkNotValid, (await World.Get<OpenLink>().Run(World.Here, null, secret)).Refusal);

        for (var pressed = 0; pressed < 2; pressed++) Assert.NotNull((await World.Get<WithdrawConsent>().Run(secret)).Value);
        Assert.Equal((Publications.Withdrawn, (string?)null), ((await World.Again(thread)).Publication, (await World.Again(thread)).ConsentVersion));
        Assert.Empty(await World.Get<EditionStore>().Published(World.Here.Id));
        Assert.Equal([(true, ConsentWays.Rating), (false, ConsentWays.Mail)], (await World.Get<Consents>().Of(thread.Id)).Select(said => (said.Given, said.Way)));
    }

    [Fact]
    public async Task A_decision_that_was_taken_back_sends_nothing()
    {
        var (nour, _, draft) = await Drafted();
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        Assert.NotNull((await World.Get<UndoDecision>().Run(nour, (await World.Get<Decisions>().Latest(draft.Id))!.Together)).Value);
        var before = Post.Mails.Count;

        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Equal(before, Post.Mails.Count);
    }

    /// <summary>Asked, an address confirmed, answered later, rated well and agreed to.</summary>
    private async Task<(MemberCaller Moderator, ThreadRecord Thread, Edition Draft)> Drafted()
    {
        var (visitor, thread) = await Confirmed("Which size of the walking shoe should I take?");
        var agent = await World.JoinAgent();
        await Answer(agent, thread, "Size 42 fits, the shoe runs a little large.");
        await DeliverMails(TimeSpan.FromMinutes(2));
        Assert.NotNull((await World.End(visitor, await World.Again(thread))).Value);
        Assert.NotNull((await World.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, MayPublish: true, Consent: "2"))).Value);
        await World.RunMatching();
        return (await World.Join(roles: Roles.Moderator), thread, (await World.Get<EditionStore>().Of(thread.Id))!);
    }
}
