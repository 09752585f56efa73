using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Mail servers that refuse, stall and hang up: what was to be sent is sent again, in order, and holds up nobody else's.</summary>
public sealed class MailFaultTests : LaterCase
{
    // One of them stalls, and is waited for.
    protected override int MailTimeoutMs => 3_000;

    [Theory]
    [InlineData("refuses")]
    [InlineData("stalls")]
    [InlineData("drops the line in the middle of the mail")]
    public async Task A_mail_the_server_did_not_take_is_sent_again_once(string fault)
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        if (fault == "refuses") Post.RefuseNext(1);
        else if (fault == "stalls") Post.StallNext(1);
        else Post.DropNext(1);
        await DeliverMails();
        Assert.Empty(Post.Mails);
        Assert.Equal([("mail.confirm", "new", 1L)], await Outbox());

        await DeliverMails(TimeSpan.FromSeconds(3));
        Assert.Single(Post.Mails);
        Assert.Equal([("mail.confirm", "done", 2L)], await Outbox());
    }

    [Fact]
    public async Task Every_mail_has_a_number_of_its_own_also_when_it_is_written_anew_for_another_try()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        Post.DropNext(1);
        await DeliverMails();
        await DeliverMails(TimeSpan.FromSeconds(3));

        // A mailbox that took the first try and says nothing of the second would show the link that opens no more.
        Assert.Equal(2, Post.Begun.Distinct().Count());
        Assert.All(Post.Begun, id => Assert.Matches("^<[0-9a-f]{32}@here\\.example>$", id));
        Assert.Equal(Post.Mails[0].Header("Message-ID"), Post.Begun[1]);
    }

    [Fact]
    public async Task After_five_tries_a_mail_is_set_aside_and_those_behind_it_have_gone_long_before()
    {
        Post.Full.Add(Address);
        var (visitor, thread) = await Parked();
        var (other, question) = await Parked();
        await Leave(visitor, thread);
        await Leave(other, question, "someone@else.example");
        await DeliverMails();
        Assert.Equal("someone@else.example", Assert.Single(Post.Mails).To);

        foreach (var wait in new[] { 3, 31, 301 }) await DeliverMails(TimeSpan.FromSeconds(wait));
        Assert.Contains(("mail.confirm", "new", 4L), await Outbox());
        await DeliverMails(TimeSpan.FromSeconds(1_801));
        Assert.Contains(("mail.confirm", "dead", 5L), await Outbox());
    }

    [Fact]
    public async Task What_a_mail_server_refuses_for_good_is_set_aside_at_once_with_its_reason()
    {
        Post.Unknown.Add(Address);
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        await DeliverMails();

        Assert.Equal([("mail.confirm", "dead", 1L)], await Outbox());
        Assert.Equal("550", await World.Db.Find<string>("select reason from outbox where kind = 'mail.confirm'"));
    }

    [Fact]
    public async Task A_word_to_a_member_refused_for_good_is_set_aside_at_once_too()
    {
        var (nour, maya) = (await World.Join(roles: Roles.Moderator, connected: false), await World.Join());
        Post.Unknown.Add((await World.Get<MemberStore>().Find(maya.Id))!.Email);
        await World.Get<IssueSanction>().Run(nour, maya.Id, new(SanctionKinds.Reminder, null, "Please be kind."));
        await DeliverMails();

        Assert.Equal([("mail.sanction_issued", "dead", 1L)], await Outbox());
    }

    [Theory]
    [InlineData(451, false)]
    [InlineData(535, false)]
    [InlineData(550, true)]
    [InlineData(554, true)]
    [InlineData(-1, false)]
    public void A_server_that_does_not_know_us_says_nothing_of_the_mail(int code, bool forGood) =>
        Assert.Equal(forGood, new MailRefusedException((System.Net.Mail.SmtpStatusCode)code).IsForGood);

    [Fact]
    public async Task An_answer_whose_mail_was_set_aside_comes_with_the_next_one()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        Post.RefuseNext(5);
        await DeliverMails(TimeSpan.FromMinutes(1));
        foreach (var wait in new[] { 3, 31, 301, 1_801 }) await DeliverMails(TimeSpan.FromSeconds(wait));
        Assert.Contains(("mail.answer", "dead", 5L), await Outbox());

        await Answer(agent, thread, "Or 43.");
        await DeliverMails(TimeSpan.FromMinutes(1));
        Assert.Contains("Size 42.", Post.Mails[^1].Part("text/plain"));
        Assert.Contains("Or 43.", Post.Mails[^1].Part("text/plain"));
    }

    [Fact]
    public async Task A_mail_on_its_way_holds_up_no_news_of_its_thread()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        Post.RefuseNext(9);
        await DeliverMails();
        await World.End(visitor, thread);
        await World.RunMatching();

        Assert.Equal("done", await World.Db.Find<string>("select state from outbox where thread = @Id and kind = 'thread.closed'", new { thread.Id }));
    }

    [Fact]
    public async Task What_a_server_says_of_an_address_reaches_no_log()
    {
        Post.Unknown.Add(Address);
        var error = await Assert.ThrowsAsync<MailRefusedException>(() => World.Get<Mailer>().Send(new(Address, "", "Subject", "Text", "<p>Text</p>")));
        Assert.DoesNotContain("robin", error.ToString());
    }

    [Fact]
    public async Task An_address_that_no_server_could_be_asked_for_is_refused_and_reaches_no_log()
    {
        var nowhere = $"robin@{new string('\u00e9', 70)}.example";
        var error = await Assert.ThrowsAnyAsync<Exception>(() => World.Get<Mailer>().Send(new(nowhere, "", "Subject", "Text", "<p>Text</p>")));
        Assert.DoesNotContain("robin", error.ToString());
        var (visitor, thread) = await Parked();
        Assert.Equal(Refusals.EmailNotUsable, (await Leave(visitor, thread, nowhere)).Refusal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_again_at_once()
    {
        var options = new EmailOptions { Host = "127.0.0.1", Port = 1, From = "help@here.example", Security = EmailOptions.None, TimeoutMs = 5_000 };
        var error = await Assert.ThrowsAnyAsync<Exception>(() => new Mailer(Options.Create(options)).Send(new(Address, "", "Subject", "Text", "<p>Text</p>")));
        Assert.DoesNotContain("robin", error.ToString());
    }
}
