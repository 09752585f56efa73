using Microsoft.Net.Http.Headers;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>What a reader's program takes and has already, read before anything is made.</summary>
public sealed class EncodingAsked
{
    private readonly string? _tags;

    public EncodingAsked(HttpRequest request)
    {
        _tags = request.Headers.IfNoneMatch.Count > 0 ? request.Headers.IfNoneMatch.ToString() : null;
        Encoding = Best(request.Headers.AcceptEncoding.ToString());
    }

    public Encoding Encoding { get; }

    /// <summary>Only a tag tells. A date does not: when a title beside it is withdrawn, or a page of a list, the newest change of what is left lies as far back as before.</summary>
    public bool HasIt(string tag) => _tags is { } tags && (tags == "*" || tags.Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == "W/" + tag));

    private static Encoding Best(string accepted)
    {
        // What every browser and crawler sends, without taking it apart.
        if (accepted.Length == 0) return Encoding.None;
        if (!accepted.Contains(";q=0", StringComparison.OrdinalIgnoreCase) && !accepted.Contains("; q=0", StringComparison.OrdinalIgnoreCase))
        {
            return Named(accepted, "br") ? Encoding.Brotli : Named(accepted, "gzip") ? Encoding.Gzip : Encoding.None;
        }
        var wanted = StringWithQualityHeaderValue.TryParseList([accepted], out var list) ? list : [];
        double How(string name) => wanted.FirstOrDefault(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Quality ?? 1 : 0;
        var (brotli, gzip) = (How("br"), How("gzip"));
        return brotli > 0 && brotli >= gzip ? Encoding.Brotli : gzip > 0 ? Encoding.Gzip : Encoding.None;
    }

    private static bool Named(string accepted, string name)
    {
        foreach (var part in accepted.AsSpan().Split(','))
        {
            var one = accepted.AsSpan(part).Trim();
            if (one.Equals(name, StringComparison.OrdinalIgnoreCase) || (one.Length > name.Length && one[name.Length] == ';' && one.StartsWith(name, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }
}
