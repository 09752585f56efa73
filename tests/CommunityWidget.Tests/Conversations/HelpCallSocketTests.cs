using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Calls for help and suggestions as they travel: by socket, and by POST where sockets are blocked.</summary>
public sealed class HelpCallSocketTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Somebody_is_asked_in_comes_suggests_and_the_visitor_hears_only_what_was_sent()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId;
        var talk = await maya.AcceptNext(id);
        await using var sam = await shop.Agent();
        var choice = Assert.Single((await maya.Web.Get<List<HelperChoice>>($"/api/threads/{id}/helpers")).Value!);

        Assert.Null((await maya.AskIn(new(id, choice.Who.Id))).Refusal);
        var call = await sam.NextHelpCall();
        Assert.Equal(("Which size?", choice.Who.Id, (await sam.Console()).Me.Id), (call.Text, choice.Who.Id, choice.Who.Id));
        Assert.Null((await sam.AcceptHelp(call.CallId)).Refusal);
        Assert.Equal("accepted", (await maya.UntilHelpAnswered()).Outcome);

        var suggested = (await sam.Suggest(new(id, Keys.New(), "Take 43.", talk.Fence))).Value!;
        var twin = (await sam.Web.Post<ThreadEvent>($"/api/threads/{id}/suggestions", new { text = "Or 44.", talk.Fence }, Keys.New())).Value!;
        Assert.Equal(suggested.Seq + 1, twin.Seq);
        var sent = (await maya.Send(new(id, Keys.New(), "Take 43.", talk.Fence, suggested.Seq))).Value!;
        Assert.Equal(choice.Who.Id, sent.SuggestedBy!.Id);

        await visitor.Screen.UntilText(id, "Take 43.");
        Assert.Equal([EventKinds.Placeholder, EventKinds.Placeholder], visitor.Screen.Of(id).Where(e => e.Seq == suggested.Seq || e.Seq == twin.Seq).Select(e => e.Kind));
        Assert.All(visitor.Screen.Of(id), e => Assert.NotEqual("Or 44.", e.Text));
        Assert.Equal(EventKinds.Suggestion, (await maya.Screen.UntilText(id, "Or 44.")).Kind);
        await app.Check();
    }
}
