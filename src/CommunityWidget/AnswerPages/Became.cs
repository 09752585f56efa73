namespace CommunityWidget.AnswerPages;

/// <summary>What whoever asks for a page that is not public is told, at each of its addresses.</summary>
/// <param name="Survivor">Where its answers are read now: the page it was found to repeat.</param>
/// <param name="IsGone">For good. What it would lead to may come back.</param>
public readonly record struct Became(Edition? Survivor, bool IsGone)
{
    /// <summary>The page that whoever wrote on one of these has before them, or the one it was found to repeat meanwhile; null where nobody may read either.</summary>
    public static async Task<Edition?> Public(EditionStore editions, Guid site, string publicId) => await editions.Find(site, publicId) switch
    {
        null => null,
        { IsPublic: true } page => page,
        { } left => (await Of(editions, left)).Survivor,
    };

    public static async Task<Became> Of(EditionStore editions, Edition edition)
    {
        var twin = edition.MergedInto is null ? null : await editions.Survivor(edition.Id);
        return twin is { IsPublic: true } ? new(twin, false) : new(null, edition.IsGone && twin is null or { IsGone: true });
    }
}
