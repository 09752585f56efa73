using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>What a site refuses holds for whoever has a socket open too, from their next call on.</summary>
public sealed class ChangedListTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_word_that_is_refused_since_a_moment_is_refused_to_a_member_whose_socket_was_just_trusted()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await using var maya = await shop.SuperUser();
        var asked = (await visitor.Socket.Ask(Keys.Question("Which bird?"))).Value!.Thread.ThreadId;
        var live = await maya.AcceptNext(asked);
        Assert.NotNull((await maya.Send(asked, "The zebrafinch.", live.Fence)).Value);

        await app.Write(tx => app.Get<SiteStore>().Save(tx, shop.Site with { Judging = new(Refused: "zebrafinch") }));

        Assert.Equal(Refusals.TextInsulting.Code, (await maya.Send(asked, "Or another zebrafinch.", live.Fence)).Refusal?.Code);
        Assert.Equal(Refusals.TextInsulting.Code, (await visitor.Socket.Send(new(asked, Keys.New(), "A zebrafinch?"))).Refusal?.Code);
    }
}
