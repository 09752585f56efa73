using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>From the question nobody could take to the answer in the visitor's inbox.</summary>
public sealed class LaterAnswerTests : LaterCase
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Nothing_but_one_link_is_sent_before_it_is_pressed()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Parked("Is <b>this</b> secret?");
        await Leave(visitor, thread);
        await DeliverMails();
        await Answer(agent, thread, "No.");
        await DeliverMails(TimeSpan.FromHours(1));

        var mail = Assert.Single(Post.Mails);
        Assert.Equal((Address, "here: is this your address?"), (mail.To, mail.Header("Subject")));
        // Whoever types a stranger's address sends them no words of their own.
        Assert.DoesNotContain("secret", mail.Part("text/plain") + mail.Part("text/html"));
        Assert.False((await Snapshot(thread)).EmailConfirmed);

        Assert.Null((await World.Get<ConfirmEmail>().Run(mail.Secret("/confirm-email"))).Refusal);
        await DeliverMails();
        Assert.Contains("No.", Post.Mails[1].Part("text/plain"));
        Assert.True((await Snapshot(thread)).EmailConfirmed);
    }

    [Fact]
    public async Task Answers_of_a_short_while_make_one_mail_with_the_question_and_the_way_back()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed("Which <size>?\nAnd \"colour\"?");
        await Answer(agent, thread, "Size 42 & <wide>.");
        World.Clock.Skip(TimeSpan.FromSeconds(40));
        await Answer(agent, thread, "In blue.\n\nAnd red.");
        await DeliverMails();
        Assert.Single(Post.Mails);

        await DeliverMails(TimeSpan.FromSeconds(21));
        Assert.Equal(2, Post.Mails.Count);
        var mail = Post.Mails[1];
        Assert.Equal((Address, "here: answers to your question", "auto-generated"), (mail.To, mail.Header("Subject"), mail.Header("Auto-Submitted")));
        var (text, html) = (mail.Part("text/plain").ReplaceLineEndings("\n"), mail.Part("text/html"));
        Assert.Contains("> Which <size>?\n> And \"colour\"?", text);
        Assert.Contains("(shop team) wrote:\nSize 42 & <wide>.", text);
        Assert.Contains("In blue.\n\nAnd red.", text);
        Assert.Contains("Size 42 &amp; &lt;wide&gt;.", html);
        Assert.DoesNotContain("<wide>", html);
        Assert.DoesNotMatch("(?i)<img|<link|<script|src=|url\\(|background-image", html);
        Assert.All(Links(html), link => Assert.StartsWith("http://localhost/", link));

        await DeliverMails(Minute);
        Assert.Equal(2, Post.Mails.Count);
        Assert.Empty(await World.Db.Query<Guid>("select id from threads where mail_watched and mail_seq < last_seq"));
    }

    [Fact]
    public async Task A_mail_that_leads_to_the_shop_s_page_has_a_way_back_that_needs_no_such_page()
    {
        var agent = await World.JoinAgent(available: false);
        await World.Db.Write<Done>(async tx =>
        {
            await World.Get<SiteStore>().Save(tx, World.Here with { Origins = "https://shop.example" });
            return Done.It;
        });
        // What the shop tells its products apart by is not on the list of what may be kept.
        var (_, thread) = await Confirmed(page: "https://shop.example/product.php?id=42");
        await Answer(agent, thread, "Size 42.");
        await DeliverMails(TimeSpan.FromMinutes(2));

        var mail = Post.Mails[^1];
        foreach (var part in new[] { mail.Part("text/plain"), WebUtility.HtmlDecode(mail.Part("text/html")) })
        {
            Assert.Contains($"https://shop.example/product.php#{WayBack.Mark}", part);
            Assert.Contains($"/conversation?site={World.Here.Key}&lang=en#{WayBack.Mark}", part);
        }
    }

    [Fact]
    public async Task French_questions_get_French_mails()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed("Quelle taille ?", "fr");
        Assert.Equal("here\u00a0: est-ce bien votre adresse\u202f?", Post.Mails[0].Header("Subject"));
        await Answer(agent, thread, "La 42.");
        await DeliverMails(Minute);

        Assert.Equal("here\u00a0: une réponse à votre question", Post.Mails[1].Header("Subject"));
        Assert.Contains("a écrit\u00a0:", Post.Mails[1].Part("text/plain"));
        Assert.Contains("lang=\"fr\"", Post.Mails[1].Part("text/html"));
    }

    [Fact]
    public async Task Whoever_sees_the_answer_in_the_chat_gets_no_mail()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        await World.ComeBack(visitor);
        await World.Get<CommunityWidget.Conversations.WatchThread>().Seen(visitor, thread.PublicId, (await World.Again(thread)).LastSeq);
        await DeliverMails(Minute);

        Assert.Single(Post.Mails);
    }

    [Fact]
    public async Task Whoever_sees_it_while_the_mail_waits_for_its_turn_gets_none_either()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        World.Clock.Skip(Minute);
        await World.Get<ScheduleAnswers>().Run();
        await World.Get<CommunityWidget.Conversations.WatchThread>().Seen(visitor, thread.PublicId, (await World.Again(thread)).LastSeq);
        await DeliverMails();

        Assert.Single(Post.Mails);
        Assert.Equal(("mail.answer", "done", 1L), (await Outbox())[^1]);
    }

    [Fact]
    public async Task What_was_said_to_somebody_who_had_left_goes_by_mail_once_the_talk_has_closed()
    {
        var agent = await World.JoinAgent();
        var (visitor, thread) = await Confirmed();
        await World.ComeBack(visitor);
        var live = (await World.Take(agent, thread.PublicId)).Value!;
        await World.Leave(visitor);
        await World.Say(agent, live, "Are you still there? It is 42.");
        await DeliverMails(TimeSpan.FromMinutes(5));
        Assert.Single(Post.Mails);

        await World.ComeBack(agent);
        await World.Leap(TimeSpan.FromMinutes(6));
        Assert.Equal(ThreadStates.Closed, (await World.Again(thread)).State);
        await DeliverMails();
        Assert.Contains("It is 42.", Post.Mails[1].Part("text/plain"));
    }

    [Fact]
    public async Task A_reply_goes_live_again_and_a_second_answer_later_brings_a_second_mail_with_what_is_new()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        await DeliverMails(Minute);
        await World.Say(visitor, thread, "And in blue?");
        await World.RunMatching();
        Assert.Equal(ThreadStates.Parked, (await World.Again(thread)).State);
        await World.Get<CommunityWidget.Conversations.WatchThread>().Seen(visitor, thread.PublicId, (await World.Again(thread)).LastSeq);
        await Answer(agent, thread, "Blue too.");
        await DeliverMails(Minute);

        Assert.Equal(3, Post.Mails.Count);
        Assert.Contains("Blue too.", Post.Mails[2].Part("text/plain"));
        Assert.DoesNotContain("Size 42.", Post.Mails[2].Part("text/plain"));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_the_same_time_send_one_mail()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        World.Clock.Skip(Minute);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => World.Get<ScheduleAnswers>().Run()));
        await DeliverMails();

        Assert.Equal(2, Post.Mails.Count);
    }

    [Fact]
    public async Task That_nobody_could_answer_is_told_once()
    {
        var (_, thread) = await Confirmed();
        await World.Leap(TimeSpan.FromDays(7.1));
        Assert.Equal(Outcomes.Unanswered, (await World.Again(thread)).Outcome);
        await DeliverMails();
        await DeliverMails(Minute);

        Assert.Equal(2, Post.Mails.Count);
        Assert.Equal("here: nobody could answer yet", Post.Mails[1].Header("Subject"));
    }

    [Fact]
    public async Task What_is_long_over_is_watched_no_more()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        await DeliverMails(Minute);
        await World.End(visitor, thread);
        World.Clock.Skip(TimeSpan.FromDays(6));
        await World.Get<CommunityWidget.Conversations.ForgetOld>().Run();
        await DeliverMails();
        Assert.True(await Watched());
        World.Clock.Skip(TimeSpan.FromDays(2.1));
        await World.Get<CommunityWidget.Conversations.ForgetOld>().Run();
        Assert.False(await Watched());
        Assert.Equal(Address, (await World.Again(thread)).Email);

        async Task<bool> Watched() => await World.Db.Find<long>("select count(*) from threads where mail_watched") == 1;
    }

    [Theory]
    [InlineData("Lamps\r\nBcc: everybody@evil.example\r\n\r\nbody", "Lamps")]
    [InlineData("Lamps\u2028Bcc: everybody@evil.example", "Lamps")]
    public async Task A_name_with_a_line_end_stays_within_its_header(string name, string begins)
    {
        await World.Db.Write<Done>(async tx =>
        {
            await World.Get<SiteStore>().Save(tx, World.Here with { Name = name });
            return Done.It;
        });
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        await DeliverMails();

        var mail = Assert.Single(Post.Mails);
        Assert.False(mail.Has("Bcc"));
        Assert.StartsWith(begins, mail.Header("Subject"));
        Assert.StartsWith(begins, mail.Header("From").Trim('"'));
    }

    [Fact]
    public async Task What_is_no_plain_address_is_refused()
    {
        string[] typed =
        [
            "robin@visitors.example\r\nBcc: x@evil.example", "robin@visitors.example, x@evil.example", "Robin <robin@visitors.example>",
            "\"a b\"@visitors.example", "robin@localhost", "r\u00f6bin@visitors.example", "",
        ];
        var (visitor, thread) = await Parked();
        foreach (var address in typed) Assert.Equal(Refusals.EmailNotUsable, (await Leave(visitor, thread, address)).Refusal);
    }

    [Fact]
    public async Task An_address_changed_before_it_was_confirmed_makes_the_first_link_useless()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread, "first@visitors.example");
        await DeliverMails();
        await Leave(visitor, thread);
        Assert.Equal(Refusals.LinkNotValid, (await World.Get<ConfirmEmail>().Run(Post.Mails[0].Secret("/confirm-email"))).Refusal);
        await DeliverMails();
        Assert.Equal(Address, Post.Mails[1].To);
        Assert.Null((await World.Get<ConfirmEmail>().Run(Post.Mails[1].Secret("/confirm-email"))).Refusal);
        Assert.Null((await World.Get<ConfirmEmail>().Run(Post.Mails[1].Secret("/confirm-email"))).Refusal);
    }

    [Fact]
    public async Task A_way_back_opens_one_conversation_for_two_weeks_and_gives_no_token_to_who_has_one()
    {
        var (visitor, thread) = await Parked();
        var secret = (await World.Get<OpenLinks>().Make(World.Here, thread.PublicId)).Value!.Split(':')[^1];
        var open = World.Get<OpenLink>();

        Assert.Equal((thread.PublicId, null), ((await open.Run(World.Here, visitor, secret)).Value!.ThreadId, (await open.Run(World.Here, visitor, secret)).Value!.Token));
        var token = (await open.Run(World.Here, await World.Arrive(), secret)).Value!.Token!;
        Assert.Equal((visitor.Id, thread.Id), ((await World.Get<VisitorStore>().ByToken(World.Here.Id, token))!.Id, (await World.Get<VisitorStore>().ByToken(World.Here.Id, token))!.OnlyThread));

        Assert.Equal(Refusals.LinkNotValid, (await open.Run(World.There, null, secret)).Refusal);
        Assert.Equal(Refusals.LinkNotValid, (await World.Get<StopMails>().Run(secret)).Refusal);
        World.Clock.Skip(TimeSpan.FromDays(14));
        Assert.Equal(Refusals.LinkNotValid, (await open.Run(World.Here, null, secret)).Refusal);
    }

    [Fact]
    public async Task A_mail_leads_to_no_page_that_is_the_shop_s_no_more_and_none_is_left_for_what_is_over()
    {
        var asked = new ThreadRecord { Page = new("https://shop.example/lamp#size", "Lamp") };
        var address = World.Get<PublicAddress>();

        Assert.Equal("https://shop.example/lamp", WayBack.PageOf(World.Here with { Origins = "https://shop.example" }, asked, address));
        Assert.Null(WayBack.PageOf(World.Here with { Origins = "https://other.example" }, asked, address));

        var (visitor, thread) = await Parked();
        Assert.Null((await World.End(visitor, thread)).Refusal);
        Assert.Equal(Refusals.ThreadClosed, (await Leave(visitor, thread)).Refusal);
    }

    [Fact]
    public async Task Nobody_s_address_is_written_to_again_and_again()
    {
        for (var time = 0; time < 3; time++)
        {
            var (someone, asked) = await Parked();
            Assert.Null((await Leave(someone, asked)).Refusal);
        }
        var (another, question) = await Parked();
        Assert.Equal(Refusals.TooManyEmails, (await Leave(another, question)).Refusal);
        World.Clock.Skip(TimeSpan.FromHours(25));
        Assert.Null((await Leave(another, question)).Refusal);
    }

    [Fact]
    public async Task Who_confirmed_an_address_once_need_not_do_it_for_the_next_question()
    {
        var (visitor, first) = await Confirmed();
        await World.End(visitor, first);
        await World.ComeBack(visitor);
        var second = await World.Thread(visitor, (await World.Ask(visitor)).Value!.Thread.ThreadId);
        await World.RunMatching();
        await Leave(visitor, second);
        await DeliverMails();

        Assert.Single(Post.Mails);
        Assert.True((await Snapshot(second)).EmailConfirmed);
    }

    [Fact]
    public async Task An_address_nobody_confirmed_is_forgotten_after_a_week()
    {
        var (visitor, thread) = await Parked();
        var (_, confirmed) = await Confirmed();
        await Leave(visitor, thread, "somebody@else.example");
        await DeliverMails();
        World.Clock.Skip(TimeSpan.FromDays(7.1));
        await World.Get<CommunityWidget.Conversations.ForgetOld>().Run();

        Assert.Equal((null, Address), ((await World.Again(thread)).Email, (await World.Again(confirmed)).Email));
    }

    [Fact]
    public async Task One_press_stops_the_mails_and_forgets_the_address()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        await DeliverMails(Minute);
        await Answer(agent, thread, "Or 43.");
        Assert.Null((await World.Get<StopMails>().Run(Post.Mails[1].Secret("/stop-mails"))).Refusal);
        await DeliverMails(Minute);

        Assert.Equal(2, Post.Mails.Count);
        Assert.Null((await World.Again(thread)).Email);
    }

    private async Task<ThreadSnapshot> Snapshot(ThreadRecord thread) => await World.Get<ThreadReader>().Snapshot(await World.Again(thread), 0, thread.Visitor);

    private static IEnumerable<string> Links(string html) => html.Split("href=\"").Skip(1).Select(part => part.Split('"')[0]);
}
