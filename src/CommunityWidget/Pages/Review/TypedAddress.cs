using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Review;

/// <summary>Which answer page somebody means, by the address they give for it.</summary>
public static class TypedAddress
{
    /// <summary>Reads <c>…/answers/SHOP/ID/title</c> or, where the shop shows its pages itself, its address with <c>/ID/title</c>, whatever follows it, or the id alone; null where there is none.</summary>
    public static string? IdIn(string? typed, Site site)
    {
        var address = (typed ?? "").Trim().Split('?', '#')[0];
        var steps = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 1) return ThreadStore.IsPublicId(steps[0]) ? steps[0] : null;
        if (Shown(address, site) is { } shown) return shown;
        // A host may be called so too.
        return Enumerable.Range(0, steps.Length).Where(at => steps[at] == "answers").Select(at => steps.ElementAtOrDefault(at + 2)).FirstOrDefault(ThreadStore.IsPublicId);
    }

    // A short name of ten letters looks like an id.
    private static string? Shown(string address, Site site)
    {
        if (!Uri.TryCreate(site.AnswersBase, UriKind.Absolute, out var shown)) return null;
        var at = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? address.IndexOf('/', scheme + 3) : address.IndexOf('/', StringComparison.Ordinal);
        var below = shown.AbsolutePath.TrimEnd('/') + "/";
        if (at < 0 || !address.AsSpan(at).StartsWith(below, StringComparison.Ordinal)) return null;
        var id = address[(at + below.Length)..].Split('/')[0];
        return ThreadStore.IsPublicId(id) && id != site.Slug ? id : null;
    }
}
