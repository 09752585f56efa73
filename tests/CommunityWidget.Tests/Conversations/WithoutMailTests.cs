using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A shop without a mail server: it says what it cannot do, and the answer waits for the next visit.</summary>
public sealed class WithoutMailTests
{
    [Fact]
    public async Task An_address_is_refused_with_a_word_of_the_next_visit_where_the_answer_is()
    {
        await using var world = await TestWorld.Start();
        var (agent, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);

        var refused = await world.Get<LeaveEmail>().Run(visitor, thread.PublicId, "robin@visitors.example");
        Assert.Equal(Refusals.EmailOff, refused.Refusal);
        Assert.Contains("next visit", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Null((await world.Again(thread)).Email);

        await world.Leave(visitor);
        Assert.Null((await world.Say(agent, await world.Again(thread), "Size 42.")).Refusal);
        world.Clock.Skip(TimeSpan.FromDays(1));
        await world.Get<ScheduleAnswers>().Run();
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from outbox where kind like 'mail.%'"));
        var seen = (await world.Get<WatchThread>().Resume(visitor, thread.PublicId, 0)).Value!;
        Assert.Equal("Size 42.", seen.Events[^1].Text);
    }
}
