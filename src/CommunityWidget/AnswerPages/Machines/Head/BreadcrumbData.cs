using System.Text.Json;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>The way to a page, as the page shows it.</summary>
public static class BreadcrumbData
{
    public static ReadOnlyMemory<byte> Of(AnswersPage page, AnswerAddress address) => JsonData.Of("BreadcrumbList", (page, address), static (json, of) =>
    {
        var (page, address) = of;
        json.WriteStartArray("itemListElement"u8);
        var at = 0;
        foreach (var (name, path) in page.Trail) Step(json, ++at, name, address.Link(page.Site, path));
        Step(json, ++at, page.Title, address.Link(page.Site, page.Path));
        json.WriteEndArray();
    });

    private static void Step(Utf8JsonWriter json, int at, string name, string address)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "ListItem"u8);
        json.WriteNumber("position"u8, at);
        json.WriteString("name"u8, name);
        json.WriteString("item"u8, address);
        json.WriteEndObject();
    }
}
