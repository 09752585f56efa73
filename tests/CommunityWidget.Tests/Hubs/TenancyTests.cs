using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>
/// Whose thread it is, asked of every route that names one and every hub method, found in the running program and the contract:
/// one added tomorrow is asked too. Somebody else's looks exactly like one that never existed, and nothing happens to it.
/// </summary>
public sealed class TenancyTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Never = "aaaaaaaaaa";

    private static readonly Refusal[] Closed = [Refusals.NotFound, Refusals.NotAllowed, Refusals.NotReachable];

    [Theory, InlineData("visitor"), InlineData("visitor of another site")]
    public async Task A_visitor_reaches_nobody_elses_thread(string who)
    {
        var victim = await Victim.Make(await app.Open());
        await using var stranger = await (who == "visitor" ? victim.Shop : app.Neighbour).ConnectedVisitor();
        foreach (var thread in victim.Threads)
        {
            await EveryRoute(stranger.Web, thread, victim);
            await EveryMethod<IVisitorHub>(stranger.Line, thread, victim);
        }
        await victim.IsUntouched();
    }

    [Theory, InlineData(Roles.SuperUser), InlineData(Roles.Agent), InlineData($"{Roles.Admin} {Roles.Moderator}")]
    public async Task A_member_of_another_site_reaches_nothing_here(string roles)
    {
        var victim = await Victim.Make(await app.Open());
        var cookie = await app.Neighbour.SignIn(await app.Neighbour.Add(roles));
        await using MemberDriver stranger = roles == Roles.SuperUser ? new SuperUserDriver(app.Address, cookie) : new AgentDriver(app.Address, cookie);
        await stranger.Connect();
        foreach (var thread in victim.Threads)
        {
            await EveryRoute(stranger.Web, thread, victim);
            await EveryMethod<ISuperUserHub>(stranger.Line, thread, victim);
            if (stranger is AgentDriver) await EveryMethod<IAgentHub>(stranger.Line, thread, victim);
        }
        Assert.DoesNotContain(await stranger.Waiting(), q => victim.Threads.Contains(q.ThreadId));
        await victim.IsUntouched();
    }

    [Fact]
    public async Task A_volunteer_reaches_no_conversation_of_another_volunteer_without_joining_and_no_offer_made_to_one()
    {
        var victim = await Victim.Make(await app.Open());
        await using var stranger = await victim.Shop.SuperUser();
        foreach (var thread in victim.Private)
        {
            await EveryRoute(stranger.Web, thread, victim, but: "/join");
            await EveryMethod<ISuperUserHub>(stranger.Line, thread, victim, but: nameof(ISuperUserHub.Join));
        }
        // A live one is open to helpers, one that has ended is not.
        Assert.Equal(Refusals.NotFound, (await stranger.Join(victim.Private[1])).Refusal);
        await victim.IsUntouched();
    }

    [Fact]
    public async Task A_token_opens_nothing_on_another_sites_key()
    {
        var victim = await Victim.Make(await app.Open());
        var crossed = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = app.Neighbour.Site.Key, ["X-Visitor"] = victim.Visitor.Token });
        foreach (var (method, route) in Routes())
            Assert.Equal(Refusals.NotSignedIn, (await Ask(crossed, method, route, victim.Threads[0])).Refusal);
        Assert.Equal(Refusals.NotSignedIn, (await crossed.Post<AskReply>("/api/threads", new { text = "x" }, Keys.New())).Refusal);
        Assert.Equal(Refusals.NotSignedIn, (await crossed.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Refusal);
        var unknown = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = "no-such-key", ["X-Visitor"] = victim.Visitor.Token });
        Assert.Equal(Refusals.UnknownSite, (await unknown.Post<VisitorWelcome>("/api/visitors", new { })).Refusal);
        await victim.IsUntouched();
    }

    [Fact]
    public async Task Nobody_at_all_reaches_nothing()
    {
        var victim = await Victim.Make(await app.Open());
        var nobody = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = victim.Shop.Site.Key });
        foreach (var (method, route) in Routes())
            Assert.Equal((401, Refusals.NotSignedIn), ((await Ask(nobody, method, route, victim.Threads[0])).Status, (await Ask(nobody, method, route, Never)).Refusal));
        await victim.IsUntouched();
    }

    /// <summary>The same answer for the victim's thread as for none, and that answer says no.</summary>
    private async Task EveryRoute(WebDoor stranger, string thread, Victim victim, string but = "/nothing")
    {
        foreach (var (method, route) in Routes().Where(r => !r.Route.EndsWith(but, StringComparison.Ordinal)))
        {
            var theirs = await Ask(stranger, method, route, thread, victim.OfferId);
            Assert.Equal(await Ask(stranger, method, route, Never), theirs);
            // What needs a key knows neither visitors nor members; reading along is not answered at all.
            if (route.StartsWith(KeyCallers.Path, StringComparison.Ordinal)) Assert.Equal(Refusals.NotSignedIn, theirs.Refusal);
            else if (!route.EndsWith("/seen", StringComparison.Ordinal)) Assert.True(Closed.Contains(theirs.Refusal!), $"{method} {route}: {theirs.Refusal}");
        }
    }

    private static async Task EveryMethod<THub>(HubClient stranger, string thread, Victim victim, string but = "")
    {
        foreach (var method in typeof(THub).GetMethods().Where(method => method.Name != but && HubArguments.NameSomething(method)))
        {
            var theirs = await stranger.Call<Reply<object>?>(method.Name, HubArguments.For(method, thread, victim.OfferId, victim.MemberId));
            var none = await stranger.Call<Reply<object>?>(method.Name, HubArguments.For(method, Never, Guid.Empty.ToString(), victim.MemberId));
            Assert.Equal(none, theirs);
            if (theirs is not null) Assert.Contains(theirs.Refusal!, Closed);
        }
    }

    private IEnumerable<(string Method, string Route)> Routes() => app.Routes()
        .Where(r => r.RoutePattern.RawText!.Contains("{id") && r.RoutePattern.RawText.StartsWith("/api/", StringComparison.Ordinal))
        .SelectMany(r => r.Methods().Select(method => (method, r.RoutePattern.RawText!)));

    // One body that has what any route might want.
    private static Task<WebAnswer> Ask(WebDoor door, string method, string route, string thread, string? offer = null) => door.Ask(
        new HttpMethod(method),
        // What is no thread is an offer.
        route.Replace("{id}", thread).Replace("{id:guid}", thread == Never ? Guid.Empty.ToString() : offer ?? Guid.Empty.ToString()),
        method == "GET" ? null : Wire.Write(new { text = "intrusion", stars = 5, email = "somebody@shop.example", seq = 1, fence = 1, reopen = true, memberId = Guid.Empty }),
        method == "GET" ? null : Keys.New());
}
