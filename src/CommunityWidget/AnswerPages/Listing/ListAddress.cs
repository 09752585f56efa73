using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>Where the lists of a site are.</summary>
public static class ListAddress
{
    public static string Home(Site site) => $"/answers/{site.Slug}";

    public static string Topic(Site site, string topic) => $"{Home(site)}/topics/{Uri.EscapeDataString(topic)}";

    /// <summary>Read twice, as <see cref="ProductIn"/> says: what servers on the way would read as a step of the path, a slash or dots between two, is escaped twice.</summary>
    public static string Product(Site site, string product) => $"{Home(site)}/products/{Uri.EscapeDataString(string.Join("%2F", product.Split('/').Select(Once)))}";

    public static string Member(Site site, Guid member) => $"{Home(site)}/people/{member:N}";

    /// <summary>The product a path names: servers read escapes once, but some leave an escaped slash as it is and some take it for one. Addresses of before, with slashes escaped once, name the same.</summary>
    public static string ProductIn(string path) => Uri.UnescapeDataString(path);

    private static string Once(string step) => step.Trim('.').Length == 0 ? step.Replace(".", "%2E", StringComparison.Ordinal) : step.Replace("%", "%25", StringComparison.Ordinal);
}
