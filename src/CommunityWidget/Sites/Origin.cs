using System.Text.RegularExpressions;
using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>An origin as a browser names it: scheme, host and, where it is not the usual one, port.</summary>
public static partial class Origin
{
    public const int Longest = 200;

    /// <summary>What a page opened from a disk calls itself.</summary>
    public const string Nowhere = "null";

    /// <summary>Reads what somebody typed or pasted. What is wrong is named, with the origin that was probably meant.</summary>
    public static OriginReading Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > Longest) return new(null, OriginFaults.NotAnAddress);
        if (text.Contains('*')) return new(null, OriginFaults.Wildcard);
        if (text.Contains('@')) return new(null, OriginFaults.NotAnAddress);
        if (!text.Contains("://", StringComparison.Ordinal)) return new(null, OriginFaults.NoScheme, Of("https://" + text));
        if (Of(text) is not { } origin) return new(null, OriginFaults.NotAnAddress);
        if (!origin.StartsWith("https://", StringComparison.Ordinal) && !IsLoopback(origin)) return new(null, OriginFaults.NotSecure, "https://" + origin["http://".Length..]);
        var path = new Uri(text).PathAndQuery + new Uri(text).Fragment;
        return path is "/" or "" ? new(origin) : new(null, OriginFaults.HasPath, origin);
    }

    /// <summary>The origin of an address: lower-case, a name in other letters as punycode; null when it has none.</summary>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        if (uri.UserInfo != "" || uri.HostNameType is UriHostNameType.Basic or UriHostNameType.Unknown) return null;
        if (uri.AsciiHost() is not { } name) return null;
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{name.Trim('[', ']')}]" : name.TrimEnd('.');
        var origin = $"{uri.Scheme}://{host.ToLowerInvariant()}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
        return Shape().IsMatch(origin) && origin.Length <= Longest ? origin : null;
    }

    /// <summary>Only this machine: nothing in between could read along.</summary>
    private static bool IsLoopback(string origin) => new Uri(origin) is { IsLoopback: true } || new Uri(origin).Host.EndsWith(".localhost", StringComparison.Ordinal);

    [GeneratedRegex(@"^https?://([a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shape();
}

/// <summary>What became of a typed origin.</summary>
/// <param name="Value">As it is kept; null when something is wrong.</param>
/// <param name="Fault">Of <see cref="OriginFaults"/>.</param>
/// <param name="Meant">What was probably meant.</param>
public sealed record OriginReading(string? Value, string? Fault = null, string? Meant = null);

public static class OriginFaults
{
    public const string NotAnAddress = "origin_not_an_address", NoScheme = "origin_no_scheme", NotSecure = "origin_not_secure",
        HasPath = "origin_has_path", Wildcard = "origin_wildcard";
}
