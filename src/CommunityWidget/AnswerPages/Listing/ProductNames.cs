namespace CommunityWidget.AnswerPages.Listing;

/// <summary>What a product is called, of which each question's page tells its own.</summary>
public static class ProductNames
{
    /// <summary>
    /// What most of the pages about <c>@Product</c> of <c>@site</c> say, of several the newest: one visitor's invention is not what all questions stand under, and a list's first part is called as its
    /// last. <see cref="Subjects"/> counts by the same rule. Null when none says any.
    /// </summary>
    public const string MostSaid = """
        select n.product_name from pages n
        where n.site = @site and n.product_id = @Product and n.state = 'published' and n.hidden_at is null and n.product_name is not null
        group by n.product_name order by count(*) desc, max(n.published_at) desc, n.product_name limit 1
        """;
}
