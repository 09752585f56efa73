using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>A member's page as schema.org's <c>ProfilePage</c>: the pseudonym and how many answers there are, which is what its reader sees.</summary>
public static class ProfileData
{
    public static ReadOnlyMemory<byte> Of(MemberModel page, AnswerAddress address) => JsonData.Of("ProfilePage", (page, address), static (json, of) =>
    {
        json.WriteStartObject("mainEntity"u8);
        json.WriteString("@type"u8, "Person"u8);
        json.WriteString("name"u8, of.page.Profile.Name);
        json.WriteString("url"u8, of.address.Link(of.page.Site, ListAddress.Member(of.page.Site, of.page.Profile.Id)));
        json.WriteStartObject("agentInteractionStatistic"u8);
        json.WriteString("@type"u8, "InteractionCounter"u8);
        json.WriteString("interactionType"u8, "https://schema.org/WriteAction"u8);
        json.WriteNumber("userInteractionCount"u8, of.page.Profile.Answers);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
