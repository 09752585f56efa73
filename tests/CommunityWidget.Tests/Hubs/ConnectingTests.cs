using System.Net.WebSockets;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

public sealed class ConnectingTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Two_hundred_sockets_opened_at_once_all_open()
    {
        var shop = await app.Open();
        var visitors = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => shop.ConnectedVisitor()));
        Assert.All(visitors, v => Assert.False(v.Line.Ended.IsCompleted));
        await Task.WhenAll(visitors.Select(v => v.DisposeAsync().AsTask()));
        await app.Check();
    }

    [Fact]
    public async Task A_ticket_opens_one_socket()
    {
        var visitor = await (await app.Open()).Visitor();
        var address = await visitor.Web.Hub("visitor");
        await using var opened = await HubClient.Connect(address, null, (_, _) => { });
        await Refused(address);
    }

    [Theory, InlineData("?ticket="), InlineData("?ticket=AAAA"), InlineData("")]
    public async Task Without_a_good_ticket_no_socket_opens(string query)
    {
        foreach (var hub in new[] { "visitor", "super-user", "agent" })
            await Refused(new UriBuilder(app.Address) { Scheme = "ws", Path = $"/hubs/{hub}", Query = query }.Uri);
    }

    [Fact]
    public async Task A_ticket_opens_the_hub_it_was_made_for_and_no_other()
    {
        var visitor = await (await app.Open()).Visitor();
        var address = await visitor.Web.Hub("visitor");
        await Refused(new UriBuilder(address) { Path = "/hubs/super-user" }.Uri);
        Assert.Equal(Refusals.NotAllowed, (await visitor.Web.Post<SocketTicket>("/api/tickets", new { hub = "super-user" })).Refusal);
        Assert.Equal(Refusals.NotAllowed, (await visitor.Web.Post<SocketTicket>("/api/tickets", new { hub = "agent" })).Refusal);
    }

    [Fact]
    public async Task A_page_of_another_origin_opens_no_socket_even_with_a_ticket()
    {
        var shop = await app.Open();
        var visitor = await shop.Visitor();
        await Assert.ThrowsAsync<WebSocketException>(async () => await HubClient.Connect(await visitor.Web.Hub("visitor"), "https://evil.example", (_, _) => { }));
        await using var own = await HubClient.Connect(await visitor.Web.Hub("visitor"), shop.Site.Origins, (_, _) => { });
        Assert.False(own.Ended.IsCompleted);
    }

    [Fact]
    public async Task Negotiation_and_slower_transports_are_not_offered()
    {
        var visitor = await (await app.Open()).Visitor();
        var ticket = (await visitor.Web.Hub("visitor")).Query;
        var answer = await visitor.Web.Ask(HttpMethod.Get, $"/hubs/visitor{ticket}");
        Assert.False(answer.IsGood);
    }

    private static Task Refused(Uri address) => Assert.ThrowsAsync<WebSocketException>(() => HubClient.Connect(address, null, (_, _) => { }));
}
