using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>Forms of public pages carry no credential and no token: what is looked at is which page the browser says they come from.</summary>
public static class OwnForms
{
    /// <summary>A page of ours, or one of the shop's own where it shows our pages under its name.</summary>
    public static bool IsFromPageOf(this HttpRequest request, Site? site, PublicAddress address) =>
        request.HasFormContentType && (address.IsFromOwnPage(request) || (request.Headers.Origin.FirstOrDefault() is { } origin && site?.AllowsOrigin(origin) is true));
}
