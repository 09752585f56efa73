using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>
/// A draft as it may be read by anybody: it may have waited since less was found than today, or since its visitor gave their name. What is hidden now is another
/// wording of it, so that whoever looks sees what changed.
/// </summary>
public sealed class MaskAgain(EditionStore editions, Revisions revisions, SiteStore sites, AskerNames names, TimeProvider clock)
{
    /// <summary>The draft under this title, with title, question and answers masked: another wording of it where that changed one of them.</summary>
    /// <param name="tx">The decision's own transaction.</param>
    /// <param name="draft">As it stands there.</param>
    /// <param name="title">What it is to be called.</param>
    /// <param name="named">Who calls it so; null where that is its title already.</param>
    public async Task<Reply<Edition>> Run(Tx tx, Edition draft, string title, Guid? named = null)
    {
        var (site, asker) = (await sites.Get(tx, draft.Site), await names.Of(tx, draft.Thread));
        var answers = await editions.Answers(tx, draft.Id);
        var hidden = answers.Select(answer => answer with { Body = Hide(answer.Body) }).ToList();
        var next = draft with { Title = Hide(title), Question = Hide(draft.Question) };
        next = next with { Slug = Edition.SlugOf(next.Title) };
        if (next.Title == draft.Title && next.Question == draft.Question && hidden.SequenceEqual(answers)) return next;
        next = next with { Revision = draft.Revision + 1, UpdatedAt = clock.NowMs() };
        if (!await editions.Reword(tx, draft, next, hidden)) return Refusals.ChangedMeanwhile;
        await revisions.Add(tx, next, hidden, named);
        return next;

        string Hide(string text) => PublicText.Of(site, text, draft.Language, asker).Text;
    }
}
