using CommunityWidget.Moderation.Drafting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>What moderators and a member say to each other about a sanction, as it is kept: it may quote a visitor, whose personal data are for neither page.</summary>
public static class SanctionWords
{
    /// <summary>What is kept of words that went with the conversation they quote.</summary>
    public const string Erased = "";

    /// <param name="site">Whose member.</param>
    /// <param name="member">Whose sanction.</param>
    /// <param name="typed">By either of them.</param>
    /// <param name="asker">The name of whoever asked in the conversation it is about; null where there is none.</param>
    public static string Of(Site site, Member member, string typed, string? asker) => PublicText.Of(site, typed.Trim(), member.Languages.Split(' ')[0], asker).Text;
}
