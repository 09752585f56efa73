using System.Text.Json.Nodes;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>The way to a page, as the page shows it.</summary>
public static class BreadcrumbData
{
    public static string Of(AnswersPage page, AnswerAddress address)
    {
        var steps = page.Trail.Append((page.Title, page.Path)).Select((step, at) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = at + 1,
            ["name"] = step.Item1,
            ["item"] = address.Link(page.Site, step.Item2),
        });
        return JsonData.Text(new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "BreadcrumbList", ["itemListElement"] = new JsonArray([.. steps]) });
    }
}
