using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Review;

/// <summary>Which answer page somebody means, by the address they give for it.</summary>
public static class TypedAddress
{
    /// <summary>Reads <c>…/answers/SHOP/ID/title</c>, whatever follows it, or the id alone; null where there is none.</summary>
    public static string? IdIn(string? typed)
    {
        var steps = (typed ?? "").Trim().Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 1) return ThreadStore.IsPublicId(steps[0]) ? steps[0] : null;
        // A host may be called so too.
        return Enumerable.Range(0, steps.Length).Where(at => steps[at] == "answers").Select(at => steps.ElementAtOrDefault(at + 2)).FirstOrDefault(ThreadStore.IsPublicId);
    }
}
