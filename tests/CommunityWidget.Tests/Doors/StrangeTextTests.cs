using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Tests.Doors;

/// <summary>
/// What no text holds and a database may fail at – U+0000, half a pair, U+FFFE, names that no host can have – wherever a door of <see cref="DoorRows"/> or a method of a hub takes text: in an
/// address, a query, a form, a body. Whatever it is answered with, it is no fault.
/// </summary>
public sealed class StrangeTextTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const char Nought = '\0', None = '\uFFFE', Half = '\uD800', Joiner = '\u200D', Nowhere = '\u0378';

    // As long as an id, behind a time as in a cursor, and amid words.
    private static readonly string[] Strange = [new(Nought, 10), $"1.{new string(Nought, 10)}", $"a{Nought}b", new(None, 10), $"1.{new string(None, 10)}", $"a{Half}cdefghij", $"/é{None}", $"https://a{Joiner}b.example", new(Nowhere, 10)];

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

    private readonly Guid _hook = Guid.CreateVersion7();

    [Fact]
    public async Task It_is_a_fault_at_no_door_and_in_no_place_of_it()
    {
        var (victim, faults) = (await Victim.Make(await app.Open()), new List<string>());
        await app.Write(tx => tx.Execute(
            "insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@_hook, @site, 'https://hooks.example/x', '', @no, 'none', 1)", new { _hook, site = victim.Shop.Site.Id, no = false }));
        var callers = await Callers(victim);
        // Last of all what changes the site under its visitors.
        foreach (var places in (await TextPlaces.All(app)).OrderBy(one => one.Door.Route.StartsWith("/admin", StringComparison.Ordinal)))
            foreach (var caller in callers.Where(one => (DoorRows.All[places.Door.Name].Opens & (one.As | Who.Anybody)) != Who.Nobody))
                await Knock(places, caller, victim, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Empty(app.Errors.Entries);
        await victim.Member.DisposeAsync();
        await victim.Visitor.DisposeAsync();
    }

    [Fact]
    public async Task It_is_a_fault_in_no_call_of_a_socket()
    {
        var shop = await app.Open();
        var visitor = await shop.ConnectedVisitor();
        await using var member = await shop.SuperUser();
        var thread = (await visitor.Socket.Ask(Keys.Question("Hello"))).Value!.Thread.ThreadId;
        await member.AcceptNext(thread);
        var admin = (await new DoorCallers(app, shop, visitor.Token).All()).Single(one => one.Name == "an admin");
        foreach (var (hub, type, caller) in new[] { (Tickets.Visitor, typeof(CommunityWidget.Hubs.VisitorHub), Visitor(shop, visitor.Token)), (Tickets.Agent, typeof(CommunityWidget.Hubs.AgentHub), admin) })
        {
            foreach (var method in Methods(type).Where(one => NumberedJson.Of(one).Texts > 0))
            {
                var ticket = (await new WebDoor(app.Address, caller.Headers).Post<SocketTicket>("/api/tickets", new { hub })).Value!.Ticket;
                await using var line = await HubClient.Connect(
                    new UriBuilder(app.Address) { Scheme = "ws", Path = $"/hubs/{hub}", Query = $"ticket={Uri.EscapeDataString(ticket)}" }.Uri, caller.Headers.GetValueOrDefault("Origin"), (_, _) => { });
                var json = NumberedJson.Of(method);
                for (var place = 0; place < json.Texts; place++)
                    foreach (var strange in Strange)
                        await line.SendText($$"""{"type":1,"target":"{{method.Name}}","arguments":{{json.With(place, strange, name => Usual(name, thread))}}}""");
                // What was called before has ended by then.
                Assert.Equal((method.Name, Refusals.NotFound.Code), (method.Name, (await line.Call<Reply<object>>("Resume", "nothing", 0)).Refusal?.Code));
            }
        }
        Assert.Empty(app.Errors.Entries);
        await visitor.DisposeAsync();
    }

    private async Task Knock(TextPlaces places, DoorCaller caller, Victim victim, List<string> faults)
    {
        var (door, thread) = (places.Door, victim.Threads[0]);
        string Usually(string part) => part switch
        {
            "{slug}" or "{slug?}" => victim.Shop.Site.Slug,
            "{key}" => victim.Shop.Site.Key,
            _ when part.Contains(":guid", StringComparison.Ordinal) => door.Route.Split('/')[2] is "integrations" ? _hook.ToString() : victim.MemberId,
            _ => thread,
        };
        foreach (var strange in Strange)
        {
            var escaped = Escaped(strange);
            if (door.NamesSomething) await Send("address", door.At(part => part.StartsWith("{slug", StringComparison.Ordinal) && door.Route.Count(c => c == '{') > 1 ? Usually(part) : escaped), null);
            foreach (var name in places.Query) await Send(name, With(door.At(Usually), $"{name}={escaped}"), null);
            foreach (var name in places.Fields) await Send(name, door.At(Usually), Form(places, caller, name, strange, thread));
            for (var text = 0; text < (places.Body?.Texts ?? 0); text++)
                await Send($"text {text} of the body", door.At(Usually), new StringContent(places.Body!.With(text, strange, name => Usual(name, thread)), Encoding.UTF8, "application/json"));
            if (door is { Changes: true, IsApi: true } && strange[^1] == None)
                await Send("key", door.At(Usually), new StringContent(places.Body?.With(-1, "", name => Usual(name, thread)) ?? "{}", Encoding.UTF8, "application/json"), strange);
        }

        async Task Send(string place, string address, HttpContent? content, string? key = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), new Uri(app.Address, address)) { Content = content ?? (door.Changes ? new FormUrlEncodedContent([]) : null) };
            foreach (var (name, value) in caller.Headers.Where(header => header.Key != "Cookie")) request.Headers.Add(name, value);
            var cookies = new[] { caller.Headers.GetValueOrDefault("Cookie"), caller.Form?.Cookie }.OfType<string>().ToList();
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));
            if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            using var late = new CancellationTokenSource(Wire.Patience);
            using var answer = await Http.SendAsync(request, late.Token);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) faults.Add($"{door.Name} × {caller.Name}, {place}: {(int)answer.StatusCode}");
        }
    }

    // In parts: a form in one line that holds U+0000 is read by nobody.
    private static MultipartFormDataContent Form(TextPlaces places, DoorCaller caller, string strangely, string strange, string thread)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in places.Fields.Select(name => (name, name == strangely ? strange : Usual(name, thread))).Append(("__RequestVerificationToken", caller.Form?.Token ?? "none")))
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            part.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"" };
            form.Add(part);
        }
        return form;
    }

    private async Task<IReadOnlyList<DoorCaller>> Callers(Victim victim)
    {
        string[] known = ["nobody", "an admin", "an answering key"];
        return [.. (await new DoorCallers(app, victim.Shop, victim.Visitor.Token).All()).Where(one => known.Contains(one.Name)), Visitor(victim.Shop, victim.Visitor.Token)];
    }

    private static DoorCaller Visitor(Shop shop, string token) => new("a visitor", Who.Visitor, new Dictionary<string, string> { [CommunityWidget.People.Callers.SiteHeader] = shop.Site.Key, [CommunityWidget.People.Callers.VisitorHeader] = token });

    private static string Usual(string name, string thread) => name.ToUpperInvariant() switch
    {
        "THREADID" or "ID" or "INTO" or "THREAD" => thread,
        "KEY" => Keys.New(),
        "EMAIL" or "ADDRESS" => "somebody@shop.example",
        "LANGUAGE" => "en",
        _ => "abcdefghij",
    };

    private static string With(string address, string query) => $"{address}{(address.Contains('?') ? '&' : '?')}{query}";

    // Half a pair has no bytes; these are what somebody might send for them.
    private static string Escaped(string text) => string.Concat(text.Select(c => c == Half ? "%ED%A0%80" : Uri.EscapeDataString(c.ToString())));

    private static IEnumerable<MethodInfo> Methods(Type hub) => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(one => !one.IsSpecialName && one.GetBaseDefinition().DeclaringType is { } declared && declared != typeof(object) && declared != typeof(Hub));
}
