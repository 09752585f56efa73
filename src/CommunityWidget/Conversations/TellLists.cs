using CommunityWidget.Notices;
using CommunityWidget.Sites;

namespace CommunityWidget.Conversations;

/// <summary>Says of every site that its lists changed: what pushes got lost of nobody knows, and a list that was empty asks for nothing by itself.</summary>
public sealed class TellLists(SiteStore sites, INotices notices)
{
    public async Task Run()
    {
        foreach (var site in await sites.All()) await notices.WaitingChanged(site.Id);
    }
}
