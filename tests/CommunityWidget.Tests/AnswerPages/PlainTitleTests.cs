using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Titles and names of products are read by machines as they are seen by people, over HTTP.</summary>
public sealed class PlainTitleTests(RunningApp app) : IClassFixture<RunningApp>
{
    // Turns around what stands behind it.
    private const char Turns = '\u202E';

    [Fact]
    public async Task What_turns_writing_around_is_in_no_title_and_no_product_wherever_they_are_read()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish($"How do I clean the {Turns}elttek?", "With vinegar, and a lot of water after it.", product: new("kettle", $"Kettle {Turns}arorua", null, null));
        await pages.Publish("How do I descale the kettle?", "With citric acid, and a lot of water after it.", product: new("kettle", $"Kettle {Turns}arorua", null, null));
        var (reader, home) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}");

        foreach (var address in new[] { page.Path(shop.Site.Slug), home, $"{home}/products/kettle", $"{home}/feed.atom", $"/api/answers?site={shop.Site.Key}&product=kettle" })
        {
            var read = await (await reader.Get(address)).Content.ReadAsStringAsync();
            Assert.Contains("elttek", read, StringComparison.Ordinal);
            Assert.DoesNotContain(Turns, read);
            foreach (var written in new[] { "\\u202e", "&#x202e", "&#8238" }) Assert.DoesNotContain(written, read, StringComparison.OrdinalIgnoreCase);
        }
        await app.Check();
    }
}
