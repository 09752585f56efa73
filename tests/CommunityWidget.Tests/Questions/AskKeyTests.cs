using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Questions;

/// <summary>One key, one thing written: the key of a message asks no question.</summary>
public sealed class AskKeyTests
{
    [Fact]
    public async Task A_message_s_key_is_refused_for_a_question_of_the_same_words()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(visitor, thread, "Is it waterproof?", key: "the-same-key");
        await world.End(visitor, thread);

        var asked = await world.Ask(visitor, text: "Is it waterproof?", key: "the-same-key");

        Assert.Equal(Refusals.KeyReused, asked.Refusal);
    }

    [Fact]
    public async Task A_question_s_key_is_refused_for_a_message_of_the_same_words()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var asked = (await world.Ask(visitor, text: "Is it waterproof?", key: "the-same-key")).Value!.Thread;

        var said = await world.Say(visitor, await world.Thread(visitor, asked.ThreadId), "Is it waterproof?", key: "the-same-key");

        Assert.Equal(Refusals.KeyReused, said.Refusal);
    }
}
