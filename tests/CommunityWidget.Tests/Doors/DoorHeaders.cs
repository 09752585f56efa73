namespace CommunityWidget.Tests.Doors;

/// <summary>What every answer must say, and must not.</summary>
public static class DoorHeaders
{
    public static IEnumerable<string> Faults(DoorCaller caller, Door door, DoorAnswer answer)
    {
        string? Header(string name) => answer.Headers.GetValueOrDefault(name);
        if (Header("X-Content-Type-Options") != "nosniff") yield return "may be sniffed";
        if (Header("Referrer-Policy") is null) yield return "tells other sites its address";
        if (Header("Server") is not null) yield return "names its server";
        if (Header("Access-Control-Allow-Credentials") is not null) yield return "lends its cookies to other pages";
        if (caller.IsElsewhere && Header("Access-Control-Allow-Origin") is not null) yield return "may be read by a page that no site lists";
        if (door.IsApi && Header("Set-Cookie") is not null) yield return "sets a cookie";
        if (Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) is not true) yield break;
        if (Header("Content-Security-Policy") is not { } policy || !policy.StartsWith("default-src 'none'", StringComparison.Ordinal)) yield return "has no content security policy";
        else if (policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*')) yield return $"has a policy that lets in too much: {policy}";
    }
}
