using System.Globalization;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Products;

/// <summary>The public questions about a product, a few at a time.</summary>
public sealed class ListAnswers(Db db, EditionStore editions, AnswerAddress address)
{
    public const int Most = 50, LongestAnswer = 240;

    public async Task<ProductAnswers> Run(Site site, string product, int limit, string? after)
    {
        var (at, id) = Read(after);
        var (name, pages) = await db.FindAndQuery<string, Edition>(
            ProductNames.MostSaid,
            """
            select * from pages where site = @site and product_id = @Product and state = 'published' and hidden_at is null
                and (published_at < @at or (published_at = @at and id < @id))
            order by published_at desc, id desc limit @limit
            """,
            new { site = site.Id, Product = product, at, id, limit = limit + 1 });
        var shown = pages.Take(limit).ToList();
        var answers = await editions.Answers([.. shown.Select(page => page.Id)]);
        return new(
            product,
            name,
            [.. shown.Select(page => Question(site, page, [.. answers[page.Id]]))],
            pages.Count > limit ? $"{shown[^1].PublishedAt}_{shown[^1].Id:n}" : null,
            address.Link(site, ListAddress.Product(site, product)));
    }

    private ProductQuestion Question(Site site, Edition page, IReadOnlyList<Answer> answers)
    {
        var best = Answer.InOrder(answers).FirstOrDefault();
        return new(
            page.PublicId, page.Title, address.Link(site, page), page.Language, page.AskedAt, answers.Count, best is null ? null : Excerpt.Of(best.Body, LongestAnswer), best?.Author, best?.IsAccepted is true,
            page.OutdatedAt is not null, best is null ? null : WrittenLanguage.Of(best, page));
    }

    // What cannot be read begins at the beginning.
    private static (long At, Guid Id) Read(string? after) =>
        after?.Split('_') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && Guid.TryParseExact(id, "n", out var page) ? (time, page) : (long.MaxValue, Guid.Empty);
}
