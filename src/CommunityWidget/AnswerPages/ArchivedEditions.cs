using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages;

/// <summary>Many editions at once, of conversations that were had elsewhere; published already, or drafts to be reviewed.</summary>
public sealed class ArchivedEditions(PageChanges changes)
{
    public async Task Add(Tx tx, IReadOnlyList<(Edition Page, IReadOnlyList<Answer> Answers)> editions)
    {
        var (pages, answers) = (Pages([.. editions.Select(e => e.Page)]), Answers([.. editions.SelectMany(e => e.Answers)]));
        await tx.Run(
            new($"insert into pages ({pages.Listed}) select {pages.Listed} from {tx.Dialect.Table(pages)}", pages),
            new($"insert into answers ({answers.Listed}) select {answers.Listed} from {tx.Dialect.Table(answers)}", answers));
        await changes.Came(tx, [.. editions.Where(e => e.Page.IsPublic).Select(e => e.Page.Id)]);
    }

    private static Rows Pages(IReadOnlyList<Edition> pages) => new(
        "brought",
        ("id", pages.Select(p => p.Id).ToArray()),
        ("public_id", pages.Select(p => p.PublicId).ToArray()),
        ("thread", pages.Select(p => p.Thread).ToArray()),
        ("site", pages.Select(p => p.Site).ToArray()),
        ("state", pages.Select(p => p.State).ToArray()),
        ("title", pages.Select(p => p.Title).ToArray()),
        ("slug", pages.Select(p => p.Slug).ToArray()),
        ("question", pages.Select(p => p.Question).ToArray()),
        ("language", pages.Select(p => p.Language).ToArray()),
        ("topic", pages.Select(p => p.Topic).ToArray()),
        ("product_id", pages.Select(p => p.ProductId).ToArray()),
        ("product_name", pages.Select(p => p.ProductName).ToArray()),
        ("product_url", pages.Select(p => p.ProductUrl).ToArray()),
        ("asked_at", pages.Select(p => p.AskedAt).ToArray()),
        ("proposed_at", pages.Select(p => p.ProposedAt).ToArray()),
        ("published_at", pages.Select(p => p.PublishedAt).ToArray()),
        ("updated_at", pages.Select(p => p.UpdatedAt).ToArray()),
        ("modified_at", pages.Select(p => p.ModifiedAt).ToArray()),
        ("risks", pages.Select(p => p.Risks).ToArray()));

    private static Rows Answers(IReadOnlyList<Answer> answers) => new(
        "given",
        ("page", answers.Select(a => a.Page).ToArray()),
        ("position", answers.Select(a => a.Position).ToArray()),
        ("id", answers.Select(a => a.Id.Length > 0 ? a.Id : ThreadStore.NewPublicId()).ToArray()),
        ("author_name", answers.Select(a => a.AuthorName).ToArray()),
        ("source_seqs", answers.Select(a => a.SourceSeqs).ToArray()),
        ("body", answers.Select(a => a.Body).ToArray()),
        ("state", answers.Select(a => a.State).ToArray()),
        ("votes", answers.Select(a => a.Votes).ToArray()),
        ("answered_at", answers.Select(a => a.AnsweredAt).ToArray()));
}
