using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>What somebody may be called.</summary>
public static class PersonName
{
    public static Reply<string> Clean(string? typed) =>
        VisibleLine.Clean(typed, Limits.NameCodePoints) is { } name ? name : Refusals.NameNotUsable;
}
