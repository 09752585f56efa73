using System.Text.Json;
using AngleSharp.Dom;

namespace CommunityWidget.SearchEngine;

/// <summary>The structured data of a page beside what its reader sees.</summary>
internal static class DataChecks
{
    private static readonly string[] Times = ["datePublished", "dateModified", "dateCreated"];

    /// <summary>True when it is a question with its answers.</summary>
    public static bool Check(Page page, Vocabulary? vocabulary, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        var found = new List<JsonElement>();
        foreach (var script in page.Document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var raw = script.TextContent;
            if (raw.AsSpan().ContainsAny('<', '\u2028', '\u2029')) Say("has data that could end its script");
            try
            {
                found.Add(JsonDocument.Parse(raw).RootElement);
            }
            catch (JsonException)
            {
                Say("has data that is no JSON");
            }
        }
        foreach (var data in found) Walk(data, page, vocabulary, Say);
        if (page.IsQuestion && !found.Any(data => TypeOf(data) == "BreadcrumbList")) Say("has no breadcrumbs");
        var questions = found.Where(data => TypeOf(data) == "QAPage").ToList();
        if (questions.Count > 1) Say("is two questions at once");
        if (page.IsQuestion) QuestionChecks.Check(page, questions.Count == 0 ? null : questions[0], Say);
        return questions.Count == 1;
    }

    /// <summary>All of it that can be read.</summary>
    public static IEnumerable<JsonElement> Of(Page page)
    {
        foreach (var script in page.Document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            JsonElement? data = null;
            try
            {
                data = JsonDocument.Parse(script.TextContent).RootElement;
            }
            catch (JsonException)
            {
                // Said where the page is looked at.
            }
            if (data is { } read) yield return read;
        }
    }

    public static string? TypeOf(JsonElement data) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty("@type", out var type) ? type.GetString() : null;

    private static void Walk(JsonElement data, Page page, Vocabulary? vocabulary, Action<string> say)
    {
        if (data.ValueKind == JsonValueKind.Array) foreach (var item in data.EnumerateArray()) Walk(item, page, vocabulary, say);
        if (data.ValueKind != JsonValueKind.Object) return;
        foreach (var property in data.EnumerateObject())
        {
            var (name, value) = (property.Name, property.Value);
            if (name == "@context" && value.GetString() != "https://schema.org") say($"has the context {value}");
            if (name == "@type" && vocabulary?.Knows(value.GetString()!) is false) say($"has a type that schema.org does not: {value}");
            if (!name.StartsWith('@') && vocabulary?.Knows(name) is false) say($"has a property that schema.org does not: {name}");
            else if (!name.StartsWith('@') && TypeOf(data) is { } type && vocabulary?.Knows(type) is true && !vocabulary.Allows(type, name)) say($"has a {type} with {name}, which schema.org says of others");
            if (Times.Contains(name) && !HeadChecks.IsTime(value.GetString())) say($"has {name} without an offset: {value}");
            if (name is "url" or "item" or "image" && !(Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) say($"has an address that is not whole: {value}");
            if (name is "text" or "name" && value.ValueKind == JsonValueKind.String) Visible(page, name, value.GetString()!, say);
            Walk(value, page, vocabulary, say);
        }
    }

    private static void Visible(Page page, string name, string text, Action<string> say)
    {
        var squeezed = Page.Squeezed(text);
        if (squeezed.Length == 0) say($"has an empty {name}");
        else if (!page.Visible.Contains(squeezed, StringComparison.Ordinal)) say($"tells machines a {name} that nobody can read: “{squeezed}”");
    }
}
