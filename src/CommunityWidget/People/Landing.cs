using CommunityWidget.Contracts;

namespace CommunityWidget.People;

/// <summary>The pages a member works on; the first is where signing in leads.</summary>
public static class Landing
{
    public const string Admin = "/admin", Moderation = "/moderation", Inbox = "/inbox", Console = "/console";

    public static string Of(Member member) => PagesOf(member).FirstOrDefault() ?? Console;

    /// <summary>An admin may open everything, but sees first what only they can do.</summary>
    public static IReadOnlyList<string> PagesOf(Member member)
    {
        var admin = member.Is(Roles.Admin);
        var pages = new List<string>();
        if (admin) pages.Add(Admin);
        if (admin || member.Is(Roles.Moderator)) pages.Add(Moderation);
        if (admin || member.Is(Roles.Agent)) pages.Add(Inbox);
        if (member.Is(Roles.SuperUser)) pages.Add(Console);
        return pages;
    }
}
