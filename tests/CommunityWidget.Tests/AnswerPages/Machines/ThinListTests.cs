using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Lists are offered to search engines only where a page in them is: as the sitemap has it.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ThinListTests(TwoNodes nodes)
{
    private const string Long = "It is in the manual, on the page that everybody skips, and it says so in bold letters.";

    [Fact]
    public async Task A_list_of_pages_that_say_hardly_anything_is_kept_from_search_engines_until_one_says_more()
    {
        var shop = await nodes.Here.Open();
        await Publish(shop, "Yes.", 1);
        string[] lists = [ListAddress.Home(shop.Site), ListAddress.Product(shop.Site, "lamp"), ListAddress.Topic(shop.Site, "coffee")];
        foreach (var list in lists) Assert.False(await IsIndexed(list), list);

        await Publish(shop, Long, 1);

        foreach (var list in lists) Assert.True(await IsIndexed(list), list);
    }

    [Fact]
    public async Task A_list_whose_first_part_says_hardly_anything_is_found_as_long_as_a_later_one_says_more()
    {
        var shop = await nodes.Here.Open();
        await Publish(shop, Long, 1);
        await Publish(shop, "Yes.", ListPages.AtOnce + 3);
        var lamp = ListAddress.Product(shop.Site, "lamp");

        Assert.True(await IsIndexed(lamp));
        Assert.Contains(lamp, await (await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}/sitemap-lists.xml")).Content.ReadAsStringAsync());
    }

    private async Task Publish(Shop shop, string answer, int pages)
    {
        for (var i = 0; i < pages; i++)
            await nodes.Publish(shop, $"Does lamp {i} of {shop.Site.Slug} dim with {answer}?", "Does it dim?", [answer], page => page with { ProductId = "lamp", ProductName = "Lamp", Topic = "coffee" }, accepted: false);
    }

    private async Task<bool> IsIndexed(string path)
    {
        var page = await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync();
        Assert.Contains("<meta name=\"robots\"", page);
        return !page.Contains("noindex", StringComparison.Ordinal);
    }
}
