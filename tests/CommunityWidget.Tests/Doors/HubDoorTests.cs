using System.Net.WebSockets;
using System.Reflection;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Tests.Doors;

/// <summary>Every hub × everybody of <see cref="DoorCallers"/>, and every method × every role that may open its hub, by frames on real sockets.</summary>
public sealed class HubDoorTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Never = "aaaaaaaaaa";

    private IReadOnlyList<(string Hub, Type Type)> Hubs => [.. app.Routes()
        .Where(route => route.Metadata.GetMetadata<HubMetadata>() is not null && !route.RoutePattern.RawText!.EndsWith("/negotiate", StringComparison.Ordinal))
        .Select(route => (route.RoutePattern.RawText!["/hubs/".Length..], route.Metadata.GetMetadata<HubMetadata>()!.HubType))];

    [Fact]
    public async Task Every_method_of_every_hub_answers_those_of_its_row_and_nobody_else()
    {
        var named = Hubs.SelectMany(hub => MethodsOf(hub.Type).Select(method => $"{hub.Hub} {method.Name}").Prepend(hub.Hub)).ToList();
        Assert.Equal([], named.Except(HubDoorRows.All.Keys).Select(name => $"{name} has no row in HubDoorRows."));
        Assert.Equal([], HubDoorRows.All.Keys.Except(named).Select(name => $"{name} has a row and no method."));

        var shop = await app.Open();
        var callers = await new DoorCallers(app, shop, (await shop.Visitor()).Token).All();
        var wrong = new List<string>();
        foreach (var (hub, type) in Hubs)
            foreach (var caller in callers)
                await Knock(hub, type, caller, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task A_ticket_that_is_old_used_made_up_or_for_another_hub_opens_none()
    {
        var shop = await app.Open();
        var member = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        var (now, old) = (app.Get<Tickets>(), new Tickets(app.Get<Access>(), app.Get<IDataProtectionProvider>(), new TestClock()));
        foreach (var (hub, _) in Hubs.Where(h => h.Hub != Tickets.Visitor))
        {
            var other = hub == Tickets.Agent ? Tickets.SuperUser : Tickets.Agent;
            var used = now.Issue(member, hub).Value!.Ticket;
            Assert.True(await Opens(hub, used));
            string?[] bad = [used, old.Issue(member, hub).Value!.Ticket, now.Issue(member, other).Value!.Ticket, Changed(now.Issue(member, hub).Value!.Ticket), "", null];
            foreach (var ticket in bad) Assert.False(await Opens(hub, ticket), $"{hub} opened for {ticket}");
            Assert.False(await Opens(hub, now.Issue(member, hub).Value!.Ticket, "https://elsewhere.example"));
            Assert.False(await Opens(hub, now.Issue(member, hub).Value!.Ticket, shop.Site.Origins), "A member's socket opened from a page of the shop.");
            Assert.False(await Opens(hub, now.Issue(member, hub).Value!.Ticket, "null"));
        }
    }

    private async Task Knock(string hub, Type type, DoorCaller caller, List<string> wrong)
    {
        var door = new WebDoor(app.Address, caller.Headers);
        var ticket = await door.Post<SocketTicket>("/api/tickets", new { hub });
        var may = !caller.IsElsewhere && (HubDoorRows.All[hub] & caller.As) != Who.Nobody;
        if (may != ticket.Value is not null) wrong.Add($"{hub} × {caller.Name}: {ticket.Refusal?.Code ?? "a ticket"}");
        if (ticket.Value is null) return;
        await using var line = await HubClient.Connect(Address(hub, ticket.Value.Ticket), caller.Headers.GetValueOrDefault("Origin"), (_, _) => { });
        foreach (var method in MethodsOf(type))
        {
            // No method whose answer is silence may be refused to who opened its hub: it could not be told from being let in.
            var answer = await line.Call<Reply<object>?>(method.Name, HubArguments.For(method, Never, Guid.Empty.ToString(), Guid.Empty.ToString()));
            var (opened, should) = (answer?.Refusal != Refusals.NotAllowed, (HubDoorRows.All[$"{hub} {method.Name}"] & caller.As) != Who.Nobody);
            if (answer is not null && opened != should) wrong.Add($"{hub} {method.Name} × {caller.Name}: {answer.Refusal?.Code ?? "done"}");
        }
    }

    // In its middle: the last letters of such text can differ and mean the same bytes.
    private static string Changed(string ticket) => ticket[..20] + (ticket[20] == 'A' ? 'B' : 'A') + ticket[21..];

    private static IEnumerable<MethodInfo> MethodsOf(Type hub) => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => !m.IsSpecialName && m.GetBaseDefinition().DeclaringType is { } declared && declared != typeof(object) && declared != typeof(Hub));

    private Uri Address(string hub, string? ticket) =>
        new UriBuilder(app.Address) { Scheme = "ws", Path = $"/hubs/{hub}", Query = ticket is null ? "" : $"ticket={Uri.EscapeDataString(ticket)}" }.Uri;

    private async Task<bool> Opens(string hub, string? ticket, string? origin = null)
    {
        try
        {
            await using var line = await HubClient.Connect(Address(hub, ticket), origin ?? app.Address.GetLeftPart(UriPartial.Authority), (_, _) => { });
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
