using CommunityWidget.AnswerPages;

namespace CommunityWidget.Moderation.Review;

/// <summary>What a moderator had before them when they decided.</summary>
/// <param name="Page">The proposal: a draft that is proposed anew is another one, or another wording of a page that was public.</param>
/// <param name="Revision">Number of its wording.</param>
public sealed record SeenDraft(Guid Page, long Revision)
{
    /// <summary>Whether it still stands there so, and waits for nobody else.</summary>
    public bool IsStill(Edition now) => now.Id == Page && now.Revision == Revision && now.SentTo is null;

    /// <summary>A draft as a box of a form names it: which, in which wording, of which proposal.</summary>
    public static string Named(Edition draft) => $"{draft.PublicId}:{draft.Revision}:{draft.Id:N}";

    /// <summary>The same read back; of one that says nothing else nothing was seen.</summary>
    public static (string PublicId, SeenDraft Seen) Read(string named) =>
        named.Split(':') is [var id, var wording, var page] && long.TryParse(wording, out var revision) && Guid.TryParseExact(page, "N", out var proposal)
            ? (id, new(proposal, revision))
            : (named.Split(':')[0], new(Guid.Empty, 0));
}
