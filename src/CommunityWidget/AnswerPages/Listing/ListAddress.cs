using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>Where the lists of a site are.</summary>
public static class ListAddress
{
    public static string Home(Site site) => $"/answers/{site.Slug}";

    public static string Topic(Site site, string topic) => $"{Home(site)}/topics/{Uri.EscapeDataString(topic)}";

    /// <summary>Read twice, as <see cref="ProductIn"/> says; and dots alone would be a way up.</summary>
    public static string Product(Site site, string product) => $"{Home(site)}/products/{Uri.EscapeDataString(Once(product))}";

    public static string Member(Site site, Guid member) => $"{Home(site)}/people/{member:N}";

    /// <summary>The product a path names: servers read escapes once, but leave an escaped slash as it is.</summary>
    public static string ProductIn(string path) => Uri.UnescapeDataString(path);

    private static string Once(string product) => product.Trim('.').Length == 0 ? product.Replace(".", "%2E", StringComparison.Ordinal) : product.Replace("%", "%25", StringComparison.Ordinal);
}
