namespace CommunityWidget.Moderation;

/// <summary>News of members for earlier rooms, as outbox rows that name the member where others name a thread.</summary>
public static class MemberNews
{
    /// <summary>What a member may do has changed: a charter accepted, a sanction begun or lifted.</summary>
    public const string Changed = "member.changed";
}
