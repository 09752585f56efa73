using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Who hears that somebody is writing, as it travels.</summary>
public sealed class TypingTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task That_a_note_is_being_written_is_heard_by_the_team_and_by_neither_the_visitor_nor_a_volunteer()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Which size?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);
        await using var sam = await shop.Agent();
        await using var kim = await shop.Agent();
        Assert.Null((await sam.Join(id)).Refusal);

        await sam.TypingNote(id);
        // Whatever they heard of the note would have come before this.
        await maya.Typing(id);
        await ((VisitorSocket)visitor.Socket).Typing(id);

        Assert.Equal((await maya.Console()).Me.Id, (await visitor.UntilTyping()).Who.Id);
        Assert.Single(visitor.Typed);
        Assert.Equal("visitor", (await maya.UntilTyping()).Who.Kind);
        Assert.Single(maya.Typed);
        Assert.Equal((id, (await sam.Console()).Me.Id), Told(await kim.UntilTyping()));
        await app.Check();
    }

    [Fact]
    public async Task Who_answers_a_parked_question_is_heard_by_the_other_volunteers_and_the_team()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread.ThreadId;
        await visitor.Screen.UntilReason(id, "parked");
        await using var leo = await shop.SuperUser();
        await using var maya = await shop.SuperUser();
        await using var sam = await shop.Agent();
        await using var elsewhere = await app.Neighbour.SuperUser();

        await leo.Typing(id);

        var told = (id, (await leo.Console()).Me.Id);
        Assert.Equal(told, Told(await maya.UntilTyping()));
        Assert.Equal(told, Told(await sam.UntilTyping()));
        Assert.Empty(elsewhere.Typed);
        await app.Check();
    }

    private static (string, string?) Told(Contracts.Visitors.TypingNotice notice) => (notice.ThreadId, notice.Who.Id);
}
