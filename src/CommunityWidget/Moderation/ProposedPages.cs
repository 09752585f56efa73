using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>Stores a draft with its first wording, and publishes it at once where the site's policy lets it.</summary>
public sealed class ProposedPages(EditionStore editions, Revisions revisions, TrustedAnswers trusted, PublishEdition publish, Decisions decisions, MemberStore members, SanctionStore sanctions, ReportStore reports, OutOfSight sight, TimeProvider clock)
{
    public async Task Add(Tx tx, Site site, ThreadRecord thread, Draft draft)
    {
        draft = await Doubted(tx, thread, draft);
        var edition = Edition(thread, JudgeContext.Public(site, thread.Product), draft) with { PublicId = (await editions.Of(tx, thread.Id))?.PublicId ?? ThreadStore.NewPublicId() };
        edition = await editions.Add(tx, edition, draft.Answers);
        await revisions.Add(tx, edition, await editions.Answers(tx, edition.Id), member: null);
        if (!await GoesStraightThrough(tx, site, thread, draft)) return;
        var published = await publish.Run(tx, thread, edition, edition.Title);
        if (published.Value is not { } page) return;
        await decisions.Add(tx, page, DecisionKinds.Published, by: null);
        // Nobody decided about what a double is reported for, whose words may stand here.
        await sight.HideAgain(tx, site, thread.Id);
    }

    // What somebody reported is read first, what was public before and may be here although it was rated badly, and everything of whoever is on probation or shut out now, or was while
    // they wrote it: the visitor may agree long after.
    private async Task<Draft> Doubted(Tx tx, ThreadRecord thread, Draft draft)
    {
        if (await reports.AreOpen(tx, thread.Id)) draft = draft with { Risks = [.. draft.Risks, DraftRisks.Reported] };
        if (PublicationLine.IsRatedBadly(thread)) draft = draft with { Risks = [.. draft.Risks, DraftRisks.RatedBadly] };
        return await AreWatched(tx, thread, draft.Answers) ? draft with { Risks = [.. draft.Risks, DraftRisks.Probation] } : draft;
    }

    private async Task<bool> AreWatched(Tx tx, ThreadRecord thread, IReadOnlyList<Answer> answers)
    {
        var by = answers.Select(answer => answer.Member).OfType<Guid>().Distinct().ToList();
        if (by.Count == 0) return false;
        var now = clock.NowMs();
        if ((await members.Find(tx, by)).Any(member => member.OnProbationAt(now) || member.SuspendedAt(now))) return true;
        foreach (var answer in answers)
        {
            if (answer.Member is { } member && await sanctions.LastedWhile(tx, member, thread.Id, answer.AnsweredAt)) return true;
        }
        return false;
    }

    private async Task<bool> GoesStraightThrough(Tx tx, Site site, ThreadRecord thread, Draft draft) => draft.Risks.Count == 0 && draft.Answers.Count > 0 && site.ReviewPolicy switch
    {
        ReviewPolicies.Doubtful => true,
        ReviewPolicies.Trusted => await trusted.All(tx, site, thread, draft.Answers),
        _ => false,
    };

    private Edition Edition(ThreadRecord thread, ProductContext? product, Draft draft) => new()
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
        ProductId = product?.Id,
        ProductName = product?.Name,
        ProductUrl = product?.Url,
        AskedAt = thread.AskedAt,
        ProposedAt = clock.NowMs(),
        UpdatedAt = clock.NowMs(),
        Risks = string.Join(' ', draft.Risks),
    };
}
