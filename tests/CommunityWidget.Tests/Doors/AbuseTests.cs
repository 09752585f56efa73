using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Doors;

/// <summary>What somebody tries who means harm, at every door at once.</summary>
public sealed class AbuseTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    [Theory, InlineData("text/plain"), InlineData("application/x-www-form-urlencoded"), InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_that_any_page_could_send_without_asking_changes_nothing(string type)
    {
        var shop = await app.Open();
        var cookie = await shop.SignIn(await shop.Add(Roles.Admin));
        var before = await Counts();
        foreach (var door in (await Door.All(app)).Where(d => d is { IsApi: true, Changes: true }))
        {
            // One without a body that has nothing to read takes any; it needs the right origin all the same.
            foreach (var origin in new[] { null, "https://elsewhere.example", "null" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, door.At(_ => Guid.Empty.ToString())));
                request.Headers.Add("Cookie", cookie);
                if (origin is not null) request.Headers.Add("Origin", origin);
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"text":"x","email":"a@b.example"}"""));
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                using var answer = await Http.SendAsync(request);
                Assert.True((int)answer.StatusCode is >= 400 and < 500 || door.Name == "POST /api/mail/stop/{secret}", $"{door.Name} took {type} from {origin}: {answer.StatusCode}");
            }
        }
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task Opening_an_address_changes_nothing()
    {
        var shop = await app.Open();
        var cookie = await shop.SignIn(await shop.Add(Roles.Admin));
        var caller = new DoorCaller("an admin", Who.Admin, new Dictionary<string, string> { ["Cookie"] = cookie });
        var before = await Counts();
        foreach (var door in (await Door.All(app)).Where(d => !d.Changes && !d.Route.StartsWith("/health", StringComparison.Ordinal)))
            await caller.Knock(app.Address, door, part => part.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "aaaaaaaaaa");
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task A_visitor_s_token_is_the_server_s_and_never_their_own()
    {
        var shop = await app.Open();
        var door = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });
        var mine = new string('a', 43);
        var welcome = await door.Ask(HttpMethod.Post, "/api/visitors", $$"""{"token":"{{mine}}","id":"{{Guid.Empty}}"}""");
        var token = JsonDocument.Parse(welcome.Body).RootElement.GetProperty("token").GetString()!;
        Assert.NotEqual(mine, token);
        Assert.True(token.Length >= 22, "128 bits are 22 characters.");
        Assert.Equal(Refusals.NotSignedIn, (await VisitorDriver.With(app.Address, shop.Site.Key, mine).Http.Ask(Keys.Question("Me?"))).Refusal);
    }

    [Fact]
    public async Task No_answer_holds_a_secret_or_an_address_of_somebody()
    {
        var victim = await Victim.Make(await app.Open());
        await victim.Visitor.Http.LeaveEmail(victim.Threads[0], "hidden@visitor.example");
        var callers = (await new DoorCallers(app, victim.Shop, victim.Visitor.Token).All()).Where(c => c is { IsForeign: false, IsElsewhere: false, As: not Who.Nobody });
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var caller in callers)
        {
            foreach (var door in (await Door.All(app)).Where(d => d is { IsApi: true, Changes: false }))
            {
                var answer = await caller.Knock(app.Address, door, part => part == "{key}" ? victim.Shop.Site.Key : victim.Threads[0]);
                Assert.DoesNotContain("hidden@visitor.example", answer.Body);
                if (answer.Status == 200 && answer.Body.Length > 0) Names(JsonDocument.Parse(answer.Body).RootElement, names);
            }
        }
        Assert.Contains("threadId", names);
        string[] allowed = ["hasEmail", "emailConfirmed", "takesEmail", "emailPossible", "mail", "email"];
        Assert.Equal([], names.Where(name => Array.Exists(["token", "secret", "hash", "password", "stamp", "ip", "address"], bad => Words(name).Contains(bad))).Except(allowed));
        await victim.IsUntouched();
    }

    [Fact]
    public async Task What_a_database_would_understand_is_only_text()
    {
        var victim = await Victim.Make(await app.Open());
        var admin = new DoorCaller("an admin", Who.Admin, new Dictionary<string, string> { ["Cookie"] = await victim.Shop.SignIn(await victim.Shop.Add(Roles.Admin)), ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority) });
        string[] words = ["' or '1'='1", "\"; drop table threads; --", "1) or pg_sleep(5)--", "%' and 1=randomblob(1000000000)--", "a\\' union select * from members--", "\" OR * NEAR(x)"];
        string[] names = ["q", "state", "topic", "language", "tag", "after", "limit", "view", "older", "who", "what", "about", "from", "to", "end", "number", "days", "table"];
        foreach (var word in words)
        {
            var query = QueryString(names.Select(name => (name, word)));
            foreach (var door in (await Door.All(app)).Where(d => !d.Changes && (d.IsApi || d.Route.StartsWith("/admin", StringComparison.Ordinal))))
            {
                // A statement that sleeps does so each time; a busy machine does not.
                var tries = 0;
                while (await Took(async () => Assert.True((await admin.Knock(app.Address, door with { Route = door.Route + query }, _ => Uri.EscapeDataString(word))).Status < 500, $"{door.Name} failed on {word}")) > TimeSpan.FromSeconds(4))
                    Assert.True(++tries < 3, $"{door.Name} slept on {word}");
            }
        }
        await victim.IsUntouched();
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task Who_is_refused_for_their_role_is_written_down()
    {
        var shop = await app.Open();
        var volunteer = await shop.Add(Roles.SuperUser);
        var door = new WebDoor(app.Address, new Dictionary<string, string> { ["Cookie"] = await shop.SignIn(volunteer), ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority) });
        Assert.Equal(Refusals.NotAllowed, (await door.Post<Done>("/api/inbox/abcdefghij/tags", new { add = new[] { "x" } })).Refusal);
        var entry = Assert.Single(await app.Get<AuditSearch>().Find(shop.Site.Id, new(Actor: volunteer.Id), null, 10));
        Assert.Equal(("refused", "POST /api/inbox/{id}/tags", "abcdefghij"), (entry.Outcome, entry.Action, entry.Subject));
    }

    private static async Task<TimeSpan> Took(Func<Task> act)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await act();
        return System.Diagnostics.Stopwatch.GetElapsedTime(began);
    }

    // What a stranger could have added.
    private async Task<string> Counts() => string.Join(' ', await Task.WhenAll(
        new[] { "threads", "events where body is not null", "members", "invitations", "visitors", "tags", "webhooks", "api_keys", "canned_replies", "pages", "password_links" }.Select(async table => $"{table} {await app.Db.Find<long>($"select count(*) from {table}")}")));

    private static string QueryString(IEnumerable<(string Name, string Value)> values) => "?" + string.Join('&', values.Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value)}"));

    private static void Names(JsonElement json, HashSet<string> names)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in json.EnumerateArray()) Names(one, names);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                names.Add(property.Name);
                Names(property.Value, names);
            }
        }
    }

    // camelCase as words.
    private static string[] Words(string name) => [.. System.Text.RegularExpressions.Regex.Split(name, "(?=[A-Z])", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(word => word.ToLowerInvariant())];
}
