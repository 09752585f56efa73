using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing;
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

    [Theory]
    [InlineData("reported"), InlineData("taken down")]
    public async Task A_page_that_was_out_of_sight_when_its_mail_was_due_is_told_once_it_is_back(string how)
    {
        var (nour, thread, draft) = await Drafted();
        var before = Post.Mails.Count;
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        var back = how == "reported" ? await Reported(nour, thread) : await TakenDown(nour, draft);
        await DeliverMails(TimeSpan.FromSeconds(9));
        Assert.Equal(before, Post.Mails.Count);

        await back();
        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Contains($"/{draft.PublicId}/", Assert.Single(Post.Mails.Skip(before)).Part("text/plain"));
    }

    private async Task<Func<Task>> Reported(MemberCaller moderator, ThreadRecord thread)
    {
        var strict = await World.Set(site => site with { ReportHideAfter = 1 });
        var report = (await World.Get<FileReport>().Run(await World.Join(strict, roles: Roles.Moderator), thread.PublicId, new(0, ReportReasons.Wrong))).Value!;
        Assert.NotNull((await World.Edition(thread)).HiddenAt);
        World.Clock.Skip(TimeSpan.FromSeconds(7));
        return async () => Assert.NotNull((await World.Get<DecideReport>().Run(moderator, report.ReportId, right: false)).Value);
    }

    private async Task<Func<Task>> TakenDown(MemberCaller moderator, Edition draft)
    {
        // Within the time in which it can be taken back, and after the mail was due.
        World.Clock.Skip(TimeSpan.FromSeconds(7));
        Assert.NotNull((await World.Get<ReviewThread>().Withdraw(moderator, draft.PublicId)).Value);
        return async () => Assert.NotNull((await World.Get<UndoDecision>().Run(moderator, (await World.Get<Decisions>().Latest(draft.Id))!.Together)).Value);
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

    [Fact]
    public async Task Published_and_taken_back_and_published_again_in_a_moment_it_is_one_mail()
    {
        var (nour, _, draft) = await Drafted();
        var before = Post.Mails.Count;
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        Assert.NotNull((await World.Get<UndoDecision>().Run(nour, (await World.Get<Decisions>().Latest(draft.Id))!.Together)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);

        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Single(Post.Mails.Skip(before));
    }

    [Fact]
    public async Task A_page_that_was_told_of_is_told_of_no_more_when_it_is_reviewed_once_more_or_found_a_double()
    {
        var (nour, thread, draft) = await Drafted();
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        var before = Post.Mails.Count;

        Assert.NotNull((await World.Get<ReviewThread>().Return(nour, draft.PublicId)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        Assert.NotNull((await World.Get<ReviewThread>().Return(nour, draft.PublicId)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, draft.PublicId, (await Another(nour)).PublicId)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Equal(before, Post.Mails.Count);
        Assert.Equal(Publications.Rejected, (await World.Again(thread)).Publication);
    }

    [Fact]
    public async Task Whoever_confirms_their_address_after_the_page_was_published_at_once_is_told_then_once_and_by_a_link_that_takes_it_down()
    {
        await World.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        var (thread, confirm) = await Unconfirmed();
        Assert.Equal(Publications.Published, thread.Publication);
        var before = Post.Mails.Count;
        await DeliverMails(TimeSpan.FromMinutes(5));
        Assert.Empty(Told(before));

        for (var pressed = 0; pressed < 2; pressed++) Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        await DeliverMails(TimeSpan.FromMinutes(5));

        var mail = Assert.Single(Told(before));
        Assert.Contains($"/{(await World.Edition(thread)).PublicId}/", mail.Part("text/plain"));
        Assert.NotNull((await World.Get<WithdrawConsent>().Run(mail.Secret("/withdraw-consent"))).Value);
        Assert.Equal((Publications.Withdrawn, (string?)null), ((await World.Again(thread)).Publication, (await World.Again(thread)).ConsentVersion));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whose_conversation_was_found_a_double_is_told_where_its_words_stand_and_by_a_link_that_takes_them_out(bool confirmedFirst)
    {
        var nour = await World.Join(roles: Roles.Moderator, available: false);
        var page = await Another(nour);
        var (thread, confirm) = await Unconfirmed();
        if (confirmedFirst) Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, (await World.Edition(thread)).PublicId, page.PublicId)).Value);
        if (!confirmedFirst) Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        Assert.Equal(2, (await World.Get<EditionStore>().Answers(page.Id)).Count);
        var before = Post.Mails.Count;

        await DeliverMails(TimeSpan.FromSeconds(16));
        await DeliverMails(TimeSpan.FromMinutes(5));

        var mail = Assert.Single(Told(before));
        Assert.Contains($"/{page.PublicId}/", mail.Part("text/plain"));
        Assert.Contains("Another customer had asked the same", mail.Part("text/plain"));
        Assert.DoesNotContain("the page is gone", mail.Part("text/plain"));
        Assert.NotNull((await World.Get<WithdrawConsent>().Run(mail.Secret("/withdraw-consent"))).Value);
        Assert.Null((await World.Again(thread)).ConsentVersion);
        Assert.Single(await World.Get<EditionStore>().Answers(page.Id));
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_double_whose_consent_was_taken_back_or_that_was_found_none()
    {
        var nour = await World.Join(roles: Roles.Moderator, available: false);
        var page = await Another(nour);
        var (thread, confirm) = await Unconfirmed();
        Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        var draft = await World.Edition(thread);
        var before = Post.Mails.Count;
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, draft.PublicId, page.PublicId)).Value);
        Assert.NotNull((await World.Get<UndoDecision>().Run(nour, (await World.Get<Decisions>().Latest(draft.Id))!.Together)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, draft.PublicId, page.PublicId)).Value);
        await World.Rate(new(World.Here, (await World.Get<VisitorStore>().Find(thread.Visitor))!), await World.Again(thread), mayPublish: false);

        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Empty(Told(before));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_mail_that_did_not_leave_is_no_word_of_a_page_that_was_taken_back_and_is_published_once_more(bool triedMeanwhile)
    {
        var (nour, _, draft) = await Drafted();
        var before = Post.Mails.Count;
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        Post.RefuseNext(1);
        await DeliverMails(TimeSpan.FromSeconds(16));
        Assert.NotNull((await World.Get<ReviewThread>().Return(nour, draft.PublicId)).Value);
        if (triedMeanwhile) await DeliverMails(TimeSpan.FromSeconds(3));
        Assert.Empty(Told(before));

        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        await DeliverMails(TimeSpan.FromMinutes(5));

        Assert.NotNull((await World.Get<WithdrawConsent>().Run(Assert.Single(Told(before)).Secret("/withdraw-consent"))).Value);
    }

    [Fact]
    public async Task What_was_taken_to_be_sent_and_is_decided_anew_in_that_moment_is_one_mail()
    {
        var (nour, _, draft) = await Drafted();
        var before = Post.Mails.Count;
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);
        var taken = (await World.Db.Find<OutboxMessage>("select * from outbox where kind = @MailNews", new { TellPublished.MailNews }))!;
        Assert.NotNull((await World.Get<UndoDecision>().Run(nour, (await World.Get<Decisions>().Latest(draft.Id))!.Together)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value);

        foreach (var handler in World.Get<IEnumerable<IOutboxHandler>>().Where(one => one.Wants(taken.Kind))) await handler.Handle(taken);
        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Single(Told(before));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whose_double_leads_to_a_page_in_review_is_told_when_that_is_public_again_or_found_a_double_itself(bool isDouble)
    {
        var nour = await World.Join(roles: Roles.Moderator, available: false);
        var (first, second) = (await Another(nour), await Another(nour, "One above what you wear."));
        var (thread, confirm) = await Unconfirmed();
        Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, (await World.Edition(thread)).PublicId, first.PublicId)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Return(nour, first.PublicId)).Value);
        var before = Post.Mails.Count;
        await DeliverMails(TimeSpan.FromSeconds(16));
        Assert.Empty(Told(before));

        var review = World.Get<ReviewThread>();
        Assert.NotNull((isDouble ? await review.Merge(nour, first.PublicId, second.PublicId) : await review.Publish(nour, first.PublicId, title: null)).Value);
        await DeliverMails(TimeSpan.FromSeconds(16));
        await DeliverMails(TimeSpan.FromMinutes(5));

        Assert.Contains($"/{(isDouble ? second : first).PublicId}/", Assert.Single(Told(before)).Part("text/plain"));
    }

    [Fact]
    public async Task Whose_double_adds_nothing_to_the_page_that_says_all_of_it_already_is_not_told_that_it_does()
    {
        var nour = await World.Join(roles: Roles.Moderator, available: false);
        var page = await Another(nour, "Size 42 fits, the shoe runs a little large.");
        var (thread, confirm) = await Unconfirmed();
        Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, (await World.Edition(thread)).PublicId, page.PublicId)).Value);
        Assert.Single(await World.Get<EditionStore>().Answers(page.Id));
        var before = Post.Mails.Count;

        await DeliverMails(TimeSpan.FromSeconds(16));

        Assert.Empty(Told(before));
    }

    [Fact]
    public async Task Word_of_a_double_has_a_kind_of_its_own_which_a_node_of_an_earlier_version_leaves_to_others()
    {
        var nour = await World.Join(roles: Roles.Moderator, available: false);
        var page = await Another(nour);
        var (thread, confirm) = await Unconfirmed();
        Assert.NotNull((await World.Get<ConfirmEmail>().Run(confirm)).Value);
        Assert.NotNull((await World.Get<ReviewThread>().Merge(nour, (await World.Edition(thread)).PublicId, page.PublicId)).Value);

        Assert.Equal(TellPublished.DoubleNews, Assert.Single(await Outbox(), mail => mail.State == "new").Kind);
    }

    // Their answer by mail, which they did not see, is another matter.
    private IEnumerable<ReceivedMail> Told(int since) => Post.Mails.Skip(since).Where(mail => mail.Part("text/plain").Contains("/withdraw-consent", StringComparison.Ordinal));

    // Somebody else's page about the same.
    private async Task<Edition> Another(MemberCaller moderator, string answer = "As the size of the box says.")
    {
        var leo = await World.Join();
        var page = await World.Published(moderator, (await World.Rated(leo, answer: answer)).Thread);
        await World.Leave(leo);
        return page;
    }

    /// <summary>An address was left while the question waited, and its link is pressed by nobody yet; taken live, rated well and agreed to.</summary>
    private async Task<(ThreadRecord Thread, string Confirm)> Unconfirmed()
    {
        var (maya, visitor) = (await World.Join(), await World.Arrive());
        var asked = await World.Thread(visitor, (await World.Ask(visitor, text: "Which size of the walking shoe should I take?")).Value!.Thread.ThreadId);
        Assert.Null((await Leave(visitor, asked)).Refusal);
        await DeliverMails();
        await World.RunMatching();
        var live = (await World.Accept(maya, (await World.OfferTo(maya, asked)).Id)).Value!;
        Assert.NotNull((await World.Say(maya, live, "Size 42 fits, the shoe runs a little large.")).Value);
        await World.End(maya, live);
        await World.Rate(visitor, live, mayPublish: true);
        await World.RunMatching();
        return (await World.Again(live), Post.Mails[^1].Secret("/confirm-email"));
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
