using System.Net;
using System.Text.RegularExpressions;

namespace CommunityWidget.Replay;

/// <summary>Signs in, through the pages and their buttons. Gives the cookies a browser would hold afterwards.</summary>
public static partial class DemoSignIn
{
    /// <summary>As one of the demo's people.</summary>
    public static Task<string> As(Uri server, string name) => Press(new Uri(server, $"/demo/sign-in/{name}"), []);

    /// <summary>As somebody new, by the link of an invitation.</summary>
    public static Task<string> Join(Uri server, string link, string name)
    {
        var (page, secret) = link.Split('#') is [var p, var s] ? (p, s) : throw new InvalidOperationException("An invitation's link has its secret behind the #.");
        return Press(new Uri(server, new Uri(page).AbsolutePath), new() { ["secret"] = secret, ["name"] = name, ["password"] = "a lamp on the shelf" });
    }

    private static async Task<string> Press(Uri page, Dictionary<string, string> fields)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });
        fields["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value;
        using var button = new FormUrlEncodedContent(fields);
        var answer = await browser.PostAsync(page, button);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{page.AbsolutePath} was answered {(int)answer.StatusCode}.");
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
