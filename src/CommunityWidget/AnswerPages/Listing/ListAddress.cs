using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>Where the lists of a site are.</summary>
public static class ListAddress
{
    public static string Home(Site site) => $"/answers/{site.Slug}";

    public static string Topic(Site site, string topic) => $"{Home(site)}/topics/{Uri.EscapeDataString(topic)}";

    public static string Product(Site site, string product) => $"{Home(site)}/products/{Uri.EscapeDataString(product)}";

    public static string Member(Site site, Guid member) => $"{Home(site)}/people/{member:N}";

    /// <summary>The product a path names: servers leave an escaped slash as it is.</summary>
    public static string ProductIn(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
