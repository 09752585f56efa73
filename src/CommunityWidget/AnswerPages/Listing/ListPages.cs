using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>Published pages, newest first and part by part: all of a site, of a topic, of a product, with an answer of a member.</summary>
public sealed class ListPages(Db db)
{
    public const int AtOnce = 20;

    /// <summary>One more than is shown, so that it is known whether there are more.</summary>
    public Task<IReadOnlyList<ListedPage>> Run(Guid site, PageFilter which, PagePlace after) => db.Query<ListedPage>(
        $"""
        select p.id, p.public_id, p.slug, p.title, p.language, p.topic, p.product_id, p.product_name, p.asked_at, p.published_at, p.outdated_at, p.thin,
            (select count(*) from answers a where a.page = p.id) as answers,
            (select count(*) from answers a where a.page = p.id and a.state = 'accepted') as accepted{(which.Product is null ? "" : $", ({ProductNames.MostSaid}) as product_called")}
        from pages p
        where p.site = @site and p.state = 'published' and p.hidden_at is null{Only(which)} and (p.published_at, p.id) < (@at, @id)
        order by p.published_at desc, p.id desc limit @most
        """,
        new { site, which.Topic, which.Product, which.Member, at = after.At, id = after.Id, most = AtOnce + 1 });

    /// <summary>Whether any page of a list is offered to search engines: then its sitemap has the list.</summary>
    public async Task<bool> HasAnyWorthFinding(Guid site, PageFilter which) => await db.Find<long?>(
        $"select 1 from pages p where p.site = @site and p.state = 'published' and p.hidden_at is null and p.thin = 0{Only(which)} limit 1", new { site, which.Topic, which.Product, which.Member }) is not null;

    private static string Only(PageFilter which) => which switch
    {
        { Topic: not null } => " and p.topic = @Topic",
        { Product: not null } => " and p.product_id = @Product",
        { Member: not null } => " and p.id in (select page from answers where member = @Member)",
        _ => "",
    };
}
