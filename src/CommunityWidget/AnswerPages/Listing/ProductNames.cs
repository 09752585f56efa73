namespace CommunityWidget.AnswerPages.Listing;

/// <summary>What a product is called, of which each question's page tells its own.</summary>
public static class ProductNames
{
    /// <summary>What most say, of several the newest: one visitor's invention is not what all questions stand under. <see cref="Subjects"/> counts by the same rule. Null when none says any.</summary>
    /// <param name="named">Newest first.</param>
    public static string? Of(IEnumerable<string?> named) => named.OfType<string>().GroupBy(name => name, StringComparer.Ordinal).MaxBy(same => same.Count())?.Key;
}
