using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>Somebody on a shop's page: a token, the API, and a socket once connected.</summary>
public sealed class VisitorDriver : IAsyncDisposable
{
    private readonly Signal _changed = new();
    private readonly List<TypingNotice> _typing = [];
    private readonly List<SeenNotice> _seen = [];
    private readonly List<SearchNotice> _search = [];
    private readonly string _site;
    private HubClient? _line;

    private VisitorDriver(Uri server, string site, string token)
    {
        (_site, Token) = (site, token);
        Web = new(server, new Dictionary<string, string> { ["X-Site"] = site, ["X-Visitor"] = token });
        Http = new VisitorHttp(Web);
        Socket = new VisitorSocket(() => Line);
        Screen = new(_changed);
    }

    public string Token { get; }

    public WebDoor Web { get; }

    /// <summary>The hub's methods.</summary>
    public IVisitorDoor Socket { get; }

    /// <summary>Their POST twins.</summary>
    public IVisitorDoor Http { get; }

    public Screen Screen { get; }

    public HubClient Line => _line ?? throw new InvalidOperationException("Connect first.");

    public IVisitorDoor Door(string name) => name == "socket" ? Socket : Http;

    /// <summary>What a widget does once its visitor acts.</summary>
    public static async Task<VisitorDriver> Arrive(Uri server, string site)
    {
        var stranger = new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = site });
        var welcome = await stranger.Post<VisitorWelcome>("/api/visitors", new { });
        return new(server, site, (welcome.Value ?? throw new InvalidOperationException($"No visitor: {welcome.Refusal!.Number} {welcome.Refusal.Message}")).Token);
    }

    /// <summary>Somebody who was given a token.</summary>
    public static VisitorDriver With(Uri server, string site, string token) => new(server, site, token);

    /// <summary>The same visitor on a second page.</summary>
    public VisitorDriver AnotherTab() => On(Web.Server);

    /// <summary>The same visitor at another node.</summary>
    public VisitorDriver On(Uri node) => new(node, _site, Token);

    /// <summary>Opens the socket; when this returns the hub knows the connection.</summary>
    public async Task<VisitorDriver> Connect()
    {
        _line = await HubClient.Connect(await Web.Hub("visitor"), origin: null, Pushed);
        await Socket.Resume("nothing", 0);
        return this;
    }

    public Task<TypingNotice> UntilTyping() => _changed.Until(() => Last(_typing), "a typing notice");

    public Task<SearchNotice> UntilSearch(bool paused) => _changed.Until(() => Last(_search) is { } told && told.Paused == paused ? told : null, $"\"search paused: {paused}\"");

    public Task<SeenNotice> UntilSeen(long seq) => _changed.Until(() => Last(_seen) is { } seen && seen.Seq >= seq ? seen : null, $"\"seen up to {seq}\"");

    public IReadOnlyList<TypingNotice> Typed { get { lock (_typing) return [.. _typing]; } }

    public async ValueTask DisposeAsync()
    {
        if (_line is not null) await _line.DisposeAsync();
    }

    private static T? Last<T>(List<T> list) where T : class
    {
        lock (list) return list.LastOrDefault();
    }

    private void Pushed(string method, JsonElement arguments)
    {
        switch (method)
        {
            case nameof(IVisitorClient.Event): Screen.Push(arguments[0].Deserialize<ThreadEvent>(Wire.Json)!); break;
            case nameof(IVisitorClient.Head): Screen.Head(arguments[0].Deserialize<HeadNotice>(Wire.Json)!); break;
            case nameof(IVisitorClient.Typing): Keep(_typing, arguments); break;
            case nameof(IVisitorClient.Seen): Keep(_seen, arguments); break;
            case nameof(IVisitorClient.Search): Keep(_search, arguments); break;
            default: throw new InvalidOperationException($"{method} is not in the contract.");
        }
        _changed.Raise();
    }

    private static void Keep<T>(List<T> list, JsonElement arguments)
    {
        lock (list) list.Add(arguments[0].Deserialize<T>(Wire.Json)!);
    }
}
