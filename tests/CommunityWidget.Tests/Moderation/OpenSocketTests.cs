using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages.Machines;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Sockets that only listen, on one node, and what was decided about their people on another; no word between the nodes but the database.</summary>
[Collection(nameof(TwoNodes))]
public sealed class OpenSocketTests(TwoNodes nodes)
{
    [Fact]
    public async Task Whoever_is_suspended_on_one_node_is_shut_out_of_another_within_five_seconds()
    {
        var shop = await Open();
        var (member, other) = (await shop.Add(Roles.SuperUser), await shop.Add(Roles.SuperUser));
        var nour = new MemberCaller(shop.Site, await shop.Add(Roles.Moderator));
        await using var maya = new SuperUserDriver(nodes.There.Address, await shop.SignIn(member));
        await using var leo = new SuperUserDriver(nodes.There.Address, await shop.SignIn(other));
        await maya.Connect();
        await leo.Connect();

        Assert.NotNull((await nodes.Here.Get<IssueSanction>().Run(nour, member.Id, new(SanctionKinds.Suspension, 3, "Rude in three conversations."))).Value);
        nodes.Clock.Advance(TimeSpan.FromSeconds(5));

        await maya.Line.Ended.WaitAsync(Wire.Patience);
        Assert.NotNull((await leo.SetAvailable(true)).Value);
    }

    [Fact]
    public async Task An_erased_visitor_hears_nothing_more_on_any_node_within_five_seconds()
    {
        var shop = await Open();
        await using var visitor = await (await VisitorDriver.Arrive(nodes.There.Address, shop.Site.Key)).Connect();
        await using var other = await (await VisitorDriver.Arrive(nodes.There.Address, shop.Site.Key)).Connect();
        var id = (await visitor.Socket.Ask(Keys.Question("Who hears me?"))).Value!.Thread.ThreadId;
        var ada = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        var known = await nodes.Here.Db.Find<Guid>("select visitor from threads where public_id = @id", new { id });

        Assert.NotNull((await nodes.Here.Get<EraseVisitor>().Run(ada, known)).Value);
        nodes.Clock.Advance(TimeSpan.FromSeconds(5));

        await visitor.Line.Ended.WaitAsync(Wire.Patience);
        Assert.NotNull((await other.Socket.Ask(Keys.Question("And who hears me?"))).Value);
    }

    [Fact]
    public async Task Whoever_nobody_has_named_and_signs_out_hears_nothing_more_on_any_node_within_five_seconds()
    {
        var shop = await Open();
        await using var tab = await (await VisitorDriver.Arrive(nodes.There.Address, shop.Site.Key)).Connect();
        await using var other = await (await VisitorDriver.Arrive(nodes.There.Address, shop.Site.Key)).Connect();

        await tab.On(nodes.Here.Address).Web.Post<Done>("/api/visitors/leave", new { token = tab.Token });
        nodes.Clock.Advance(TimeSpan.FromSeconds(5));

        await tab.Line.Ended.WaitAsync(Wire.Patience);
        Assert.NotNull((await other.Socket.Ask(Keys.Question("Who hears me?"))).Value);
    }

    [Fact]
    public async Task An_erased_member_s_line_ends_at_once()
    {
        var shop = await Open();
        var (member, other) = (await shop.Add(Roles.SuperUser), await shop.Add(Roles.SuperUser));
        var ada = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        await using var maya = new SuperUserDriver(nodes.Here.Address, await shop.SignIn(member));
        await using var leo = new SuperUserDriver(nodes.Here.Address, await shop.SignIn(other));
        await maya.Connect();
        await leo.Connect();

        Assert.Null((await nodes.Here.Get<EraseMember>().Run(ada, member.Id, wordsToo: false)).Refusal);

        // No clock moves: this node was told.
        await maya.Line.Ended.WaitAsync(Wire.Patience);
        Assert.NotNull((await leo.SetAvailable(true)).Value);
    }

    [Fact]
    public async Task Whoever_erases_themselves_in_one_tab_hears_and_asks_nothing_more_in_another_at_once()
    {
        var shop = await Open();
        await using var tab = await (await VisitorDriver.Arrive(nodes.Here.Address, shop.Site.Key)).Connect();
        Assert.NotNull((await tab.Socket.Ask(Keys.Question("Who hears me?"))).Value);

        Assert.True((await tab.AnotherTab().Web.Ask(HttpMethod.Post, "/api/visitors/me/erase", "{}")).IsGood);

        // No clock moves: this node was told.
        await tab.Line.Ended.WaitAsync(Wire.Patience);
        Assert.Equal(1, await nodes.Here.Db.Find<long>("select count(*) from threads where site = @Id", new { shop.Site.Id }));
    }

    private async Task<Shop> Open()
    {
        var shop = await nodes.Here.Open();
        // A node asks again after a moment for a site it did not know.
        nodes.Clock.Advance(TimeSpan.FromSeconds(1));
        return shop;
    }
}
