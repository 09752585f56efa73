using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>Stores a draft with its first wording, and publishes it at once where the site's policy lets it.</summary>
public sealed class ProposedPages(EditionStore editions, Revisions revisions, TrustedAnswers trusted, PublishEdition publish, Decisions decisions, MemberStore members, TimeProvider clock)
{
    public async Task Add(Tx tx, Site site, ThreadRecord thread, Draft draft)
    {
        draft = await Doubted(tx, draft);
        var edition = Edition(site, thread, draft) with { PublicId = (await editions.Of(tx, thread.Id))?.PublicId ?? ThreadStore.NewPublicId() };
        await editions.Add(tx, edition, draft.Answers);
        await revisions.Add(tx, edition, draft.Answers, member: null);
        if (!await GoesStraightThrough(tx, site, thread, draft)) return;
        var published = await publish.Run(tx, thread, edition, edition.Title);
        if (published.Value is { } page) await decisions.Add(tx, page, DecisionKinds.Published, by: null);
    }

    // Whoever is on probation has everything read.
    private async Task<Draft> Doubted(Tx tx, Draft draft)
    {
        var by = draft.Answers.Select(answer => answer.Member).OfType<Guid>().Distinct().ToList();
        return by.Count > 0 && (await members.Find(tx, by)).Any(member => member.OnProbationAt(clock.NowMs())) ? draft with { Risks = [.. draft.Risks, DraftRisks.Probation] } : draft;
    }

    private async Task<bool> GoesStraightThrough(Tx tx, Site site, ThreadRecord thread, Draft draft) => draft.Risks.Count == 0 && draft.Answers.Count > 0 && site.ReviewPolicy switch
    {
        ReviewPolicies.Doubtful => true,
        ReviewPolicies.Trusted => await trusted.All(tx, thread, draft.Answers),
        _ => false,
    };

    private Edition Edition(Site site, ThreadRecord thread, Draft draft) => new()
    {
        Id = clock.NewId(),
        Thread = thread.Id,
        Site = thread.Site,
        State = Publications.Review,
        Title = draft.Title,
        Slug = AnswerPages.Edition.SlugOf(draft.Title),
        Question = draft.Question,
        Language = thread.Language,
        Topic = thread.Topic,
        ProductId = thread.Product?.Id,
        ProductName = PublicText.Product(site, thread.Product?.Name, thread.Language),
        ProductUrl = thread.Product?.Url,
        AskedAt = thread.AskedAt,
        ProposedAt = clock.NowMs(),
        UpdatedAt = clock.NowMs(),
        Risks = string.Join(' ', draft.Risks),
    };
}
