using System.Text.RegularExpressions;

namespace CommunityWidget.SearchEngine;

/// <summary>What a shared cache and a crawler that comes again are told.</summary>
internal static partial class Caching
{
    public static async Task Check(Web web, Fetched page, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Uri, what));
        if (page.Header("Set-Cookie") is not null) Say("sets a cookie");
        if (page.Header("Vary") is { } vary && vary.Split(',', StringSplitOptions.TrimEntries).Any(name => name is not ("Accept-Encoding" or "Origin"))) Say($"varies by {vary}");
        var cache = page.Header("Cache-Control") ?? "";
        var lifetime = MaxAge().Match(cache) is { Success: true } max ? int.Parse(max.Groups["seconds"].Value) : -1;
        var stale = Stale().Match(cache) is { Success: true } more ? int.Parse(more.Groups["seconds"].Value) : 0;
        // Behind another cache it may be kept as long as whoever keeps it asks each time.
        var asks = lifetime == 0 && stale == 0 && cache.Contains("must-revalidate", StringComparison.Ordinal);
        if (!cache.Contains("public", StringComparison.Ordinal) || (lifetime is < 1 && !asks) || lifetime + stale > 60) Say($"may not be kept, or for longer than a minute: {cache}");
        if (page.Header("ETag") is not { } tag || tag.StartsWith("W/", StringComparison.Ordinal))
        {
            Say("has no strong ETag");
            return;
        }
        if ((await web.Ask(page.Uri, ("If-None-Match", tag))) is { Status: not 304 } anew) Say($"is sent again to who has it already ({anew.Status})");
        if ((await web.Ask(page.Uri, ("If-None-Match", "\"something-else\""))).Status != 200) Say("is not sent to who has something else");
    }

    [GeneratedRegex(@"max-age=(?<seconds>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MaxAge();

    [GeneratedRegex(@"stale-while-revalidate=(?<seconds>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Stale();
}
