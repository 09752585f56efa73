using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Where a mail's link leads: the page the question was asked on, if it is still the shop's or one of ours; else a page of ours with the widget on it.</summary>
public static class WayBack
{
    /// <summary>Before the secret in the fragment; as in <c>widget/loader/doorway.ts</c>.</summary>
    public const string Mark = "community-widget:";

    public static string To(Site site, ThreadRecord thread, PublicAddress address, string language, string secret) =>
        PageOf(site, thread, address) is { } page ? $"{page}#{Mark}{secret}" : Ours(site, address, language, secret);

    /// <summary>
    /// Our own page, where the link leads to the shop's: what is kept of its address may lack what the shop needs to find the page, and it may be gone by now.
    /// Null where the link leads here anyway.
    /// </summary>
    public static string? Elsewhere(Site site, ThreadRecord thread, PublicAddress address, string language, string secret) =>
        PageOf(site, thread, address) is null ? null : Ours(site, address, language, secret);

    /// <summary>The page it was asked on, where we may send people; null when the site does not list its origin any more.</summary>
    public static string? PageOf(Site site, ThreadRecord thread, PublicAddress address)
    {
        if (thread.Page?.Url is not { } page || Origin.Of(page) is not { } origin) return null;
        return site.AllowsOrigin(origin) || origin.Equals(address.Origin, StringComparison.OrdinalIgnoreCase) ? page.Split('#')[0] : null;
    }

    private static string Ours(Site site, PublicAddress address, string language, string secret) => $"{address.Link($"/conversation?site={site.Key}&lang={language}")}#{Mark}{secret}";
}
