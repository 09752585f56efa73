using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>What somebody wrote on a public page, by the address they give for it.</summary>
/// <param name="Kind">Of <see cref="ReaderWords"/>; null where the address does not say.</param>
/// <param name="Id">Its public id.</param>
public sealed record ReaderAddress(string? Kind, string Id)
{
    private const string Anchor = "answer-";

    /// <summary>Reads <c>…/question#answer-ID</c>, <c>…/answer/ID#key</c>, <c>…/report/ID#key</c>, or the id alone; the key is never looked at.</summary>
    public static ReaderAddress? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().Split('#', 2);
        if (parts.Length == 2 && parts[1].StartsWith(Anchor, StringComparison.Ordinal)) return Of(ReaderWords.Answer, parts[1][Anchor.Length..]);
        var steps = parts[0].Split('?')[0].TrimEnd('/').Split('/');
        return steps.Length == 1 ? Of(null, steps[0]) : steps[^2] is ReaderWords.Answer or ReaderWords.Report ? Of(steps[^2], steps[^1]) : null;
    }

    private static ReaderAddress? Of(string? kind, string id) => ThreadStore.IsPublicId(id) ? new(kind, id) : null;
}
