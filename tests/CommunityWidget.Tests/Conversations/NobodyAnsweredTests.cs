using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>The mail that says that nobody could answer: one for each ending, and none for an ending that was taken back.</summary>
public sealed class NobodyAnsweredTests : LaterCase
{
    private static readonly TimeSpan UndoIsOver = TimeSpan.FromSeconds(13);

    [Fact]
    public async Task What_the_team_notes_down_afterwards_says_it_no_second_time()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed();
        await World.Get<EndTogether>().Run(agent, [new(thread.PublicId, thread.Fence)]);
        await DeliverMails(UndoIsOver);
        Assert.Equal(2, Post.Mails.Count);

        Assert.NotNull((await World.Note(agent, thread)).Value);
        await DeliverMails(UndoIsOver);

        Assert.Equal(2, Post.Mails.Count);
    }

    [Fact]
    public async Task An_ending_that_is_taken_back_says_nothing_and_the_question_waits_for_its_answer()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed();
        await World.Get<EndTogether>().Run(agent, [new(thread.PublicId, thread.Fence)]);
        await DeliverMails(TimeSpan.FromSeconds(9));
        Assert.Null(Assert.Single((await World.Get<EndTogether>().Undo(agent, [thread.PublicId])).Value!).Refusal);
        await DeliverMails(UndoIsOver);
        Assert.Single(Post.Mails);

        await Answer(agent, thread, "Size 42.");
        await DeliverMails(TimeSpan.FromMinutes(1));
        Assert.Contains("Size 42.", Post.Mails[1].Part("text/plain"));
    }

    [Fact]
    public async Task Each_time_it_is_asked_again_in_vain_is_said_once()
    {
        var agent = await World.JoinAgent(available: false);
        var (visitor, thread) = await Confirmed();
        for (var time = 1; time <= 2; time++)
        {
            await World.Get<EndTogether>().Run(agent, [new(thread.PublicId, (await World.Again(thread)).Fence)]);
            await DeliverMails(UndoIsOver);
            await DeliverMails(UndoIsOver);
            Assert.Equal(1 + time, Post.Mails.Count);
            Assert.NotNull((await World.Say(visitor, thread, "Nobody?", reopen: true)).Value);
            await World.RunMatching();
        }
    }

    [Fact]
    public async Task It_recalls_the_question_says_no_number_of_days_and_stops_with_one_press()
    {
        var agent = await World.JoinAgent(available: false);
        var (_, thread) = await Confirmed("Which <size>?");
        await World.Get<EndTogether>().Run(agent, [new(thread.PublicId, thread.Fence)]);
        await DeliverMails(UndoIsOver);

        var mail = Post.Mails[1];
        var (text, html) = (mail.Part("text/plain").ReplaceLineEndings("\n"), mail.Part("text/html"));
        Assert.Contains("> Which <size>?", text);
        Assert.Contains("Which &lt;size&gt;?", html);
        Assert.DoesNotContain("7 days", text);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Null((await World.Get<StopMails>().Run(mail.Secret("/stop-mails"))).Refusal);
        Assert.Null((await World.Again(thread)).Email);
    }

    [Fact]
    public async Task Who_was_answered_and_said_thank_you_is_not_told_that_nobody_could()
    {
        var agent = await World.JoinAgent();
        var (visitor, thread) = await Thanked(agent);

        Assert.Null(Assert.Single((await World.Get<EndTogether>().Run(agent, [new(thread.PublicId, thread.Fence)])).Value!).Refusal);
        await DeliverMails(UndoIsOver);

        Assert.DoesNotContain(Post.Mails, mail => mail.Part("text/plain").Contains("nobody could answer", StringComparison.Ordinal));
        Assert.Equal(Outcomes.Ended, (await World.Again(thread)).Outcome);
        Assert.NotNull((await World.Say(visitor, thread, "One more thing.", reopen: true)).Value);
    }

    [Fact]
    public async Task Nor_when_their_thanks_are_left_alone_for_a_week()
    {
        var (_, thread) = await Thanked(await World.JoinAgent());

        await World.Leap(TimeSpan.FromDays(7.1));
        await DeliverMails(UndoIsOver);

        Assert.DoesNotContain(Post.Mails, mail => mail.Part("text/plain").Contains("nobody could answer", StringComparison.Ordinal));
        Assert.Equal((ThreadStates.Closed, Outcomes.Silent), ((await World.Again(thread)).State, (await World.Again(thread)).Outcome));
    }

    // Answered by mail; the thanks found nobody there.
    private async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Thanked(MemberCaller agent)
    {
        await World.Leave(agent);
        var (visitor, thread) = await Confirmed();
        await Answer(agent, thread, "Size 42.");
        await DeliverMails(TimeSpan.FromMinutes(1));
        Assert.NotNull((await World.Say(visitor, thread, "Thank you!")).Value);
        await World.RunMatching();
        var parked = await World.Again(thread);
        Assert.Equal((ThreadStates.Parked, null), (parked.State, parked.Outcome));
        return (visitor, parked);
    }
}
