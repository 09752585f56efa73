using System.Diagnostics;
using System.Text.RegularExpressions;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Architecture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Deploy;

/// <summary>The balancer as nginx runs it, in front of two nodes that answer what a test says.</summary>
public sealed class BalancerTests : IAsyncLifetime
{
    private readonly string _folder = ChildServer.NewFolder("community-balancer");
    private readonly List<WebApplication> _nodes = [];
    private readonly string[] _asked = ["", ""];
    private ChildServer? _nginx;
    private IHeaderDictionary _passedOn = new HeaderDictionary();
    private HttpClient _http = null!;

    /// <summary>What a node answers: its number and the path.</summary>
    private Func<int, string, int> Answers { get; set; } = (_, _) => 200;

    public async Task InitializeAsync()
    {
        if (Programs.Find("nginx") is not { } nginx) return;
        var ports = new[] { await Node(0), await Node(1) };
        var port = FreePort.Find();
        var file = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/nginx/balancer.conf"))).Replace("node1:8080", $"127.0.0.1:{ports[0]}", StringComparison.Ordinal)
            .Replace("node2:8080", $"127.0.0.1:{ports[1]}", StringComparison.Ordinal).Replace("listen 8080", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("/dev/stdout", Log, StringComparison.Ordinal);
        var frame = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/nginx/nginx.conf"))).Replace("include /etc/nginx/conf.d/*.conf;", file, StringComparison.Ordinal)
            .Replace("user nginx;", Environment.IsPrivilegedProcess ? "user root;" : "", StringComparison.Ordinal).Replace("/tmp/nginx.pid", Path.Combine(_folder, "pid"), StringComparison.Ordinal);
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(what => $"{what}_temp_path {_folder};\n"));
        await File.WriteAllTextAsync(Main, $"daemon off;\n{frame.Replace("http {", $"http {{\n{temporary}", StringComparison.Ordinal).Replace("/dev/stderr", Errors, StringComparison.Ordinal)}");
        _http = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
        await Run(nginx);
        await Until(() => Says(200, "/"), "nginx does not listen.");
    }

    private async Task Run(string nginx) =>
        _nginx = await ChildServer.Start(Path.Combine(_folder, "said"), "TERM", nginx, "-p", _folder, "-c", Main, "-e", Errors);

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        if (_nginx is not null) await _nginx.DisposeAsync();
        foreach (var node in _nodes) await node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Needs("nginx")]
    public async Task What_the_program_refuses_while_its_database_is_away_reaches_whoever_asked_and_takes_no_node_out()
    {
        Answers = (_, path) => path == "/robots.txt" ? 200 : 503;

        for (var i = 0; i < 6; i++) Assert.Equal((503, "the node's own words"), await Ask("/api/waiting"));
        Assert.Equal(200, (await Ask("/robots.txt")).Status);
    }

    [Needs("nginx")]
    public async Task A_socket_that_a_leaving_node_refuses_opens_at_the_other_one_and_all_else_goes_on_at_both()
    {
        Answers = (node, path) => node == 0 && path.StartsWith("/hubs/", StringComparison.Ordinal) ? 503 : 200;

        for (var i = 0; i < 6; i++) Assert.Equal(200, (await Ask("/hubs/visitor")).Status);
        Assert.Contains("/hubs/visitor", _asked[0], StringComparison.Ordinal);
        _asked[0] = "";
        for (var i = 0; i < 6; i++) await Ask("/page");
        Assert.Contains("/page", _asked[0], StringComparison.Ordinal);
    }

    /// <summary>While a new version comes in, each node has the files of its own release only.</summary>
    [Needs("nginx")]
    public async Task A_file_that_one_node_does_not_have_comes_from_the_other_and_takes_no_node_out()
    {
        Answers = (node, path) => path == $"/assets/x-{node}.js" || path == "/page" ? 200 : 404;

        for (var i = 0; i < 20; i++) Assert.Equal(200, (await Ask($"/assets/x-{i % 2}.js")).Status);

        Assert.Equal((404, "the node's own words"), await Ask("/assets/x-of-nobody.js"));
        _asked[0] = _asked[1] = "";
        for (var i = 0; i < 6; i++) await Ask("/page");
        Assert.All(_asked, asked => Assert.Contains("/page", asked, StringComparison.Ordinal));
    }

    [Needs("nginx")]
    public async Task A_file_that_nobody_has_is_said_to_be_none_while_one_node_is_away_too()
    {
        Answers = (_, path) => path == "/page" ? 200 : 404;
        await _nodes[1].StopAsync();

        // Now and then the one that is away is tried again.
        for (var i = 0; i < 6; i++) Assert.Equal((404, "the node's own words"), await Ask($"/assets/x-{i}.js"));

        await _nodes[0].StopAsync();
        Assert.Equal(502, (await Ask("/assets/x.js")).Status);
    }

    [Needs("nginx")]
    public async Task It_passes_on_that_a_browser_spoke_https_and_no_other_host_than_the_one_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "evil.example" }, { "X-Forwarded-For", "203.0.113.7" } } };

        using var answer = await _http.SendAsync(request);

        Assert.Equal("https", _passedOn["X-Forwarded-Proto"]);
        Assert.Equal("127.0.0.1", _passedOn["X-Forwarded-For"]);
        Assert.False(_passedOn.ContainsKey("X-Forwarded-Host"));
        Assert.Equal(_http.BaseAddress!.Authority, _passedOn.Host);
        await Ask("/page");
        Assert.Equal("http", _passedOn["X-Forwarded-Proto"]);
    }

    [Needs("nginx")]
    public async Task Its_log_holds_nobodys_address_ticket_or_mail_link()
    {
        await Ask("/hubs/visitor?ticket=SECRET");
        await Ask("/api/mail/stop/SECRET");
        await Ask("/page");
        // What nobody answers it calls an error.
        foreach (var node in _nodes) await node.StopAsync();
        Assert.Equal(502, (await Ask("/hubs/visitor?ticket=SECRET")).Status);
        Assert.Equal(502, (await Ask("/api/mail/stop/SECRET")).Status);

        // It is written once the answer has been sent.
        await Until(async () => (await File.ReadAllTextAsync(Log)).Contains("/page", StringComparison.Ordinal), "Nothing is logged.");
        var log = await File.ReadAllTextAsync(Log);
        Assert.Contains("GET /hubs/visitor\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", log, StringComparison.Ordinal);
        Assert.DoesNotMatch("SECRET|client:", await File.ReadAllTextAsync(Errors));
        Assert.DoesNotContain(log.Split('\n'), line => line.StartsWith("127.0.0.1", StringComparison.Ordinal));
    }

    /// <summary>What is no error but an alert it says with the request too.</summary>
    [Needs("nginx")]
    public async Task Its_log_holds_nobody_either_when_it_has_no_connection_left()
    {
        var main = await File.ReadAllTextAsync(Main);
        // The listener, the word of its master and a browser: none for a node.
        await File.WriteAllTextAsync(Main, Regex.Replace(main, @"worker_connections \d+;", "worker_connections 3;", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await _nginx!.DisposeAsync();
        await Run(Programs.Find("nginx")!);

        await Until(() => Says(500, "/hubs/visitor?ticket=SECRET"), "It has connections left.");

        Assert.DoesNotMatch("SECRET|client:", await File.ReadAllTextAsync(Errors));
    }

    private string Main => Path.Combine(_folder, "nginx.conf");

    private string Log => Path.Combine(_folder, "log");

    private string Errors => Path.Combine(_folder, "errors");

    private async Task<int> Node(int number)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async http =>
        {
            _asked[number] += http.Request.Path;
            _passedOn = new HeaderDictionary(http.Request.Headers.ToDictionary());
            http.Response.StatusCode = Answers(number, http.Request.Path.Value!);
            await http.Response.WriteAsync("the node's own words");
        });
        await app.StartAsync();
        _nodes.Add(app);
        return new Uri(app.Urls.Single()).Port;
    }

    private async Task<bool> Says(int status, string path)
    {
        try
        {
            return (await Ask(path)).Status == status;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Until(Func<Task<bool>> isSo, string otherwise)
    {
        for (var began = Stopwatch.GetTimestamp(); !await isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), otherwise);
            await Task.Delay(20);
        }
    }

    private async Task<(int Status, string Said)> Ask(string path)
    {
        using var answer = await _http.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
