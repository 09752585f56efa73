using System.Collections.Concurrent;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Judging;

/// <summary>A site's own lists, made ready to be looked through; made again when they were changed.</summary>
internal sealed class SiteJudge(CommunityWidget.Sites.Judging settings, string origins)
{
    private static readonly ConcurrentDictionary<Guid, SiteJudge> Known = new();

    private readonly string[] _hosts = [.. origins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? LinkHost.Of(uri.Authority) : origin)];

    private readonly HashSet<string> _allowed = [.. settings.AllowedList.Select(Bare).Select(Core)];

    // "shop.example" allows "www.shop.example" too, and "@shop.example" who writes from there. No other entry allows what only ends like it.
    private readonly string[] _endings = [.. settings.AllowedList.Where(entry => entry.Contains('.') && !entry.Contains(' ')).Select(Bare).Select(entry => entry[0] == '@' ? entry : $".{entry}")];

    public WordList Refused { get; } = new(settings.RefusedList, readsIds: true);

    public WordList Held { get; } = new(settings.HeldList, readsIds: true);

    public WordList Allowed { get; } = new(settings.AllowedList, readsIds: true);

    public bool AllowsSome => _allowed.Count > 0;

    public int? Threshold(string language) => settings.Threshold(language);

    /// <summary>A number, an address or a host that the site lets stand, however it is written.</summary>
    public bool Allows(string found) => _allowed.Contains(Core(found)) || _endings.Any(ending => found.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static SiteJudge Of(Site site)
    {
        if (Known.TryGetValue(site.Id, out var known) && known.IsOf(site)) return known;
        return Known[site.Id] = new(site.Judging, site.Origins);
    }

    /// <summary>A page of the shop's own, by a host without "www.".</summary>
    public bool IsOwn(ReadOnlySpan<char> host)
    {
        foreach (var own in _hosts)
        {
            if (host.Equals(own, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private bool IsOf(Site site) => origins == site.Origins && settings == site.Judging;

    // As hosts are read.
    private static string Bare(string entry) => entry.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? entry[4..] : entry;

    // Letters and digits: "09 69 36 36 36" and "0969363636" are one number.
    private static string Core(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '@')).ToLowerInvariant();
}
