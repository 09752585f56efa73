using System.Text.Json;

namespace CommunityWidget.SearchEngine;

/// <summary>The way to a page as machines are told it: step by step to where the page is.</summary>
internal static class Breadcrumbs
{
    public static async Task Check(Page page, Web web, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        foreach (var crumbs in DataChecks.Of(page).Where(data => DataChecks.TypeOf(data) == "BreadcrumbList"))
        {
            var items = crumbs.GetProperty("itemListElement").EnumerateArray().ToList();
            if (items.Count < 2) Say("has breadcrumbs that lead nowhere");
            for (var i = 0; i < items.Count; i++) if (items[i].GetProperty("position").GetInt32() != i + 1) Say("has breadcrumbs out of order");
            // The last one is the page itself, which need not be named.
            if (items.Count > 0 && Item(items[^1]) is { } last && last != page.Canonical) Say($"has breadcrumbs that end at {last}");
            foreach (var step in items.SkipLast(1))
            {
                if (Item(step) is not { } item || !Uri.TryCreate(item, UriKind.Absolute, out var there)) Say("has a breadcrumb that is nowhere");
                else if (!web.IsOurs(there)) Say($"has breadcrumbs over {there.Host}");
                else if (await web.Get(item) is { Status: not 200 } answer) Say($"has breadcrumbs over {item}, which answers {answer.Status}");
            }
        }
    }

    private static string? Item(JsonElement step) => step.TryGetProperty("item", out var item) ? item.GetString() : null;
}
