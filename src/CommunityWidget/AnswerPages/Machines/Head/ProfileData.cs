using System.Text.Json.Nodes;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>A member's page as schema.org's <c>ProfilePage</c>: the pseudonym and how many answers there are, which is what its reader sees.</summary>
public static class ProfileData
{
    public static string Of(MemberModel page, AnswerAddress address) => JsonData.Text(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "ProfilePage",
        ["mainEntity"] = new JsonObject
        {
            ["@type"] = "Person",
            ["name"] = page.Profile.Name,
            ["url"] = address.Link(page.Site, ListAddress.Member(page.Site, page.Profile.Id)),
            ["agentInteractionStatistic"] = new JsonObject
            {
                ["@type"] = "InteractionCounter",
                ["interactionType"] = "https://schema.org/WriteAction",
                ["userInteractionCount"] = page.Profile.Answers,
            },
        },
    });
}
