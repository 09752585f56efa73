using System.Net;
using System.Text;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Doors;

/// <summary>Somebody at a door, with what their browser or program sends along.</summary>
/// <param name="Name">Who, for the report.</param>
/// <param name="As">As what the product should know them.</param>
/// <param name="Headers">Their credential.</param>
public sealed record DoorCaller(string Name, Who As, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Their good credential is of another site.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The request comes from a page of somebody else's.</summary>
    public bool IsElsewhere { get; init; }

    public bool IsOnOurPage => !IsElsewhere && Headers.ContainsKey("Origin");

    /// <summary>The form token of a page of ours they have open, and its cookie; none where the page is somebody else's.</summary>
    public (string Cookie, string Token)? Form { get; init; }

    public async Task<DoorAnswer> Knock(Uri server, Door door, Func<string, string> named)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), new Uri(server, door.At(named)));
        foreach (var (name, value) in Headers.Where(header => header.Key != "Cookie")) request.Headers.Add(name, value);
        var cookies = new[] { Headers.GetValueOrDefault("Cookie"), Form?.Cookie }.OfType<string>().ToList();
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));
        if (door is { Changes: true, IsApi: true }) (request.Content, _) = (Body(), request.Headers.TryAddWithoutValidation("Idempotency-Key", Keys.New()));
        else if (door.Changes) request.Content = new FormUrlEncodedContent(Form is { } form ? [KeyValuePair.Create("__RequestVerificationToken", form.Token)] : []);
        using var late = new CancellationTokenSource(Wire.Patience);
        using var response = await Http.SendAsync(request, late.Token);
        return await DoorAnswer.Of(response);
    }

    // One body that has what any route might want. It must be readable, or it is refused before anybody asks who sent it.
    private static StringContent Body() => new(
        Wire.Write(new { text = "intrusion", stars = 5, email = "somebody@shop.example", seq = 1, fence = 1, reopen = true, memberId = Guid.Empty, hub = "none" }),
        Encoding.UTF8,
        "application/json");
}

/// <summary>What came back.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Refusal">The number of a refusal, if it is one.</param>
/// <param name="Location">Where it sends on.</param>
/// <param name="Body">All of it.</param>
/// <param name="Headers">All of them.</param>
public sealed record DoorAnswer(int Status, string? Refusal, string? Location, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public Opened Opened => (Status, Refusal) switch
    {
        (_, "not_signed_in") => Opened.NotSignedIn,
        (_, "not_allowed") => Opened.NotAllowed,
        (_, "origin_not_allowed") => Opened.NotAllowed,
        (302, _) when Location!.StartsWith("/sign-in?returnTo=", StringComparison.Ordinal) => Opened.NotSignedIn,
        (302, _) when Location!.StartsWith("/not-yours", StringComparison.Ordinal) => Opened.NotAllowed,
        _ => Opened.In,
    };

    public static async Task<DoorAnswer> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var refusal = response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? new WebAnswer((int)response.StatusCode, "application/problem+json", body).Refusal?.Code : null;
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, refusal, response.Headers.Location?.ToString(), body, headers);
    }
}

/// <summary>Whether a door let somebody in, whatever it found inside.</summary>
public enum Opened
{
    In,
    NotSignedIn,
    NotAllowed,
}
