using System.Net.Sockets;
using System.Reflection;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hubs;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Hosting;

public sealed class LogTests : IAsyncLifetime
{
    private readonly EverythingLogged _log = new();
    private TalkativeApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = new TalkativeApp(_log);
        await _app.InitializeAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_conversation_is_logged_however_much_is_logged()
    {
        var shop = await _app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var person = await shop.Add(Roles.SuperUser);
        var cookie = await shop.SignIn(person);
        await using var member = new SuperUserDriver(_app.Address, cookie);
        await member.Connect();
        var ticket = (await visitor.Web.Hub("visitor")).Query;

        var asked = (await visitor.Socket.Ask(new AskRequest(Keys.New(), "Secret-question about lamps", Name: "Secret-visitor"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(asked);
        await visitor.Socket.Send(new(asked, Keys.New(), "Secret-message over the socket"));
        await visitor.Http.Send(new(asked, Keys.New(), "Secret-message over http"));
        await member.Send(asked, "Secret-answer", live.Fence);
        await member.Post(new(asked, Keys.New(), "Secret-answer over http", live.Fence));
        await visitor.Socket.Resume(asked, 0);
        await visitor.Http.Resume(asked, 0);
        await visitor.Socket.Send(new(asked, "Secret-key-without-end".PadRight(400, 'x'), "Secret-refused"));
        await member.End(asked, live.Fence);
        await visitor.Socket.Rate(new RatingRequest(asked, 5, "Secret-comment", true));
        await visitor.Web.Post<Suggestions>("/api/suggestions", new { text = "Secret-typed words about lamps", language = "en" });
        await visitor.Socket.LeaveEmail(asked, "secret-mail@example.org");
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = "secret-mail@example.org", ["password"] = "secret-password" });
        using var signIn = await http.PostAsync(new Uri(_app.Address, $"/sign-in?site={shop.Site.Slug}&returnTo=/console?secret-query"), form);
        using var stop = await http.GetAsync(new Uri(_app.Address, "/api/mail/stop/secret-of-a-mail"));
        using var stopped = await http.PostAsync(new Uri(_app.Address, "/api/mail/stop/secret-of-a-mail"), null);
        using var broken = new StringContent("{\"text\": \"Secret-broken", System.Text.Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync(new Uri(_app.Address, "/api/threads?secret-query=1"), broken);

        // From a proxy that is trusted, about one that is not.
        using var passedOn = new HttpRequestMessage(HttpMethod.Get, new Uri(_app.Address, "/health/live")) { Headers = { { "X-Forwarded-For", "203.0.113.7, 198.51.100.9" } } };
        using var healthy = await http.SendAsync(passedOn);

        string[] secrets = ["secret-", "203.0.113.7", "198.51.100.9", visitor.Token, cookie.Split('=', 2)[1], Uri.UnescapeDataString(ticket["?ticket=".Length..]), person.Email, person.Name];
        var lines = _log.Lines.ToList();
        var told = lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
        Assert.Contains(lines, line => line.StartsWith("Trace ", StringComparison.Ordinal));
        Assert.True(lines.Select(line => line.Split(' ')[1]).Distinct().Count() > 10, "Hardly anything was logged.");
    }

    /// <summary>What is no HTTP the server refuses before the program sees it, and says in its log what it was.</summary>
    [Theory]
    [InlineData("GET /hubs/visitor?ticket=Secret-ticket HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /hubs/visitor?ticket=Secret-ticket HTTP/Secret-version\r\nHost: localhost\r\n\r\n")]
    [InlineData("G@T /hubs/visitor?ticket=Secret-ticket HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/mail/stop/Secret-of-a-mail%00 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nCookie cw_member=Secret-cookie\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nCookie : cw_member=Secret-cookie\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nCookie: cw_member=Secret-\u0001cookie\0\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: Secret-host:x/y\r\n\r\n")]
    [InlineData("POST /api/threads HTTP/1.1\r\nHost: localhost\r\nContent-Length: Secret-length\r\n\r\n")]
    public async Task A_request_that_is_none_is_refused_and_nothing_of_it_is_logged(string request)
    {
        using var line = new TcpClient(_app.Address.Host, _app.Address.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);

        Assert.Matches("^HTTP/1.1 (400|505) ", await reader.ReadLineAsync());
        // It closes the line when it has said so.
        await reader.ReadToEndAsync();
        Assert.DoesNotContain(_log.Lines, logged => logged.Contains("Secret-", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(_log.Lines, logged => logged.Contains(" Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_message_has_a_number_of_its_own()
    {
        var all = typeof(VisitorHub).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(method => (type, method.GetCustomAttribute<LoggerMessageAttribute>())))
            .Where(one => one.Item2 is not null).ToList();
        Assert.NotEmpty(all);
        Assert.Empty(all.GroupBy(one => one.Item2!.EventId).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.type.FullName))}"));
        Assert.DoesNotContain(all, one => one.Item2!.EventId <= 0);
    }

    private sealed class TalkativeApp(EverythingLogged log) : RunningApp(
        new(EverythingLogged.Settings) { ["Hosting:TrustedProxies"] = "127.0.0.0/8" },
        services => services.AddSingleton<ILoggerProvider>(log).AddLogging(logging => logging.AddFilter<EverythingLogged>(null, LogLevel.Trace)));
}
