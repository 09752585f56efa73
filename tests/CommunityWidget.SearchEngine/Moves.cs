namespace CommunityWidget.SearchEngine;

/// <summary>What is said of addresses that are not quite this page's.</summary>
internal static class Moves
{
    public static async Task Check(Page page, Web web, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        var folder = page.Address[..page.Address.LastIndexOf('/')];
        foreach (var older in new[] { $"{folder}/an-older-title", folder })
        {
            var moved = await web.Get(older);
            var to = moved.Header("Location") is { } location ? new Uri(new Uri(older), location).AbsoluteUri : null;
            if (moved.Status != 301 || to != page.Address) Say($"is not where {older} has moved: {moved.Status} {to}");
        }
        var strange = await web.Get(page.Address + "?utm_source=elsewhere&x=%3Cscript%3E");
        if (strange.Status != 200 || new Page(strange).Canonical != page.Address || strange.Text.Contains("utm_source", StringComparison.Ordinal)) Say("is another page with a parameter that nobody knows");
        var nowhere = await web.Get($"{folder[..(folder.LastIndexOf('/') + 1)]}zzzzzzzzzz/nothing");
        if (nowhere.Status != 404) Say($"has a neighbour that never was and answers {nowhere.Status}");
    }
}
