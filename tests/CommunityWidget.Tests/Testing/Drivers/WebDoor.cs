using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityWidget.Contracts;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>The API as one person's browser reaches it: always the same headers.</summary>
public sealed class WebDoor(Uri server, IReadOnlyDictionary<string, string> headers)
{
    private static HttpClient _http = Browser();

    public Uri Server => server;

    /// <summary>Closes the connections that are kept for the next request.</summary>
    public static void HangUp() => Interlocked.Exchange(ref _http, Browser()).Dispose();

    public async Task<Reply<T>> Get<T>(string path) where T : class => (await Ask(HttpMethod.Get, path)).As<T>();

    public async Task<Reply<T>> Post<T>(string path, object? body, string? key = null) where T : class =>
        (await Ask(HttpMethod.Post, path, Wire.Write(body), key)).As<T>();

    /// <summary>One request as it is, its answer as it came.</summary>
    public async Task<WebAnswer> Ask(HttpMethod method, string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var late = new CancellationTokenSource(Wire.Patience);
        using var response = await _http.SendAsync(request, late.Token);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(late.Token));
    }

    /// <summary>The address of a hub, with a ticket for it bought here.</summary>
    public async Task<Uri> Hub(string name)
    {
        var ticket = await Post<SocketTicket>("/api/tickets", new { hub = name });
        if (ticket.Value is null) throw new HubError($"no ticket for {name}: {ticket.Refusal!.Code}");
        return new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = $"/hubs/{name}", Query = $"ticket={Uri.EscapeDataString(ticket.Value.Ticket)}" }.Uri;
    }

    private static HttpClient Browser() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });
}

/// <summary>An answer over HTTP.</summary>
public sealed record WebAnswer(int Status, string? Type, string Body)
{
    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>The refusal it carries, if it is one.</summary>
    public Refusal? Refusal => IsGood || Type != "application/problem+json" ? null : JsonSerializer.Deserialize<Problem>(Body, Wire.Json)!.AsRefusal();

    public Reply<T> As<T>() where T : class
    {
        if (IsGood) return typeof(T) == typeof(Done) ? (Reply<T>)(object)new Reply<Done>(Done.It) : new(JsonSerializer.Deserialize<T>(Body, Wire.Json));
        return Refusal ?? throw new InvalidOperationException($"{Status} without a refusal: {Body}");
    }

    private sealed record Problem(int Number, string Code, [property: JsonPropertyName("detail")] string? Message, int? RetryAfter)
    {
        public Refusal AsRefusal() => new(Number, Code, Message ?? "", RetryAfter);
    }
}
