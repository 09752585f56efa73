namespace CommunityWidget.Hubs;

/// <summary>Names of the groups connections are in; built here and nowhere else.</summary>
public static class HubGroups
{
    public static string Visitor(Guid id) => $"visitor:{id}";

    /// <summary>Who came to a thread by a mail's link: hears of nothing else of its visitor's.</summary>
    public static string Linked(string threadId) => $"linked:{threadId}";

    public static string Member(Guid id) => $"member:{id}";

    /// <summary>Every member of a site with a console open.</summary>
    public static string Members(Guid site) => $"members:{site}";

    /// <summary>The shop's own people with the inbox open.</summary>
    public static string Inbox(Guid site) => $"inbox:{site}";
}
