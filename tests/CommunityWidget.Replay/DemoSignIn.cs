using System.Net;
using System.Text.RegularExpressions;

namespace CommunityWidget.Replay;

/// <summary>Signs in as one of the demo's people, through the page and its button.</summary>
public static partial class DemoSignIn
{
    /// <summary>The cookies a browser would hold afterwards.</summary>
    public static async Task<string> As(Uri server, string name)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });
        var page = new Uri(server, $"/demo/sign-in/{name}");
        var form = Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value;
        using var button = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = form });
        var answer = await browser.PostAsync(page, button);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in as {name} was answered {(int)answer.StatusCode}.");
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
