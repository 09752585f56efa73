using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What is detected is in no published byte: conversations full of personal data are published, and all that strangers can read of them is read. <c>PUBLISHED_SPANS</c> says how many rows of each set.</summary>
public sealed class PublishedSpansTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Topic = "coffee";

    [Fact]
    public async Task Nothing_that_is_detected_in_a_conversation_is_in_any_public_byte()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var secrets = new List<string>();
        foreach (var (asked, answered) in PersonalTalk.All())
        {
            secrets.AddRange(new[] { asked, answered }.SelectMany(text => PersonalDataMasker.Find(text).Select(found => text.Substring(found.Start, found.Length))));
            var draft = await pages.Draft(asked, answered, Topic, new("lamp", secrets.Count < 10 ? "Lamp" : $"Lamp of {PersonalTalk.Email}", "https://shop.example/lamp", null));
            // A moderator's own words pass the same door.
            var title = secrets.Count < 10 ? $"Does the lamp of {PersonalTalk.Email} dim?" : null;
            Assert.NotNull((await app.Get<ReviewThread>().Publish(pages.Moderator, draft.PublicId, title)).Value);
        }
        Assert.Superset(DataKinds.All.ToHashSet(), PersonalTalk.All().SelectMany(talk => PersonalDataMasker.Find($"{talk.Asked}\n{talk.Answered}")).Select(found => found.Kind).ToHashSet());

        var read = await Read(shop);

        Assert.True(read.Count > 15, $"{read.Count} addresses");
        Assert.All(new[] { "/feed.atom", "/sitemap-1.xml", "/picture.png", "/search", "/people/", "/topics/", "/products/", "/api/answers", "/api/suggestions" }, kind => Assert.Contains(read, one => one.Uri.Contains(kind, StringComparison.Ordinal) && one.Status == 200));
        // The same letters may stand in another talk where nothing says that they are a name.
        var left = PersonalTalk.All().SelectMany(talk => new[] { talk.Asked, talk.Answered }).Select(text => Core(PersonalDataMasker.Mask(text, "en").Text)).ToList();
        secrets.RemoveAll(secret => left.Exists(text => text.Contains(Core(secret), StringComparison.Ordinal)));
        var bytes = read.Select(one => (one.Uri, Core: Core(one.Text))).ToList();
        Assert.Equal([], from secret in secrets.Append(PersonalTalk.Email).Select(Core).Where(core => core.Length > 5).Distinct() from one in bytes where one.Core.Contains(secret, StringComparison.Ordinal) select $"{secret} in {one.Uri}");
        Assert.Equal([], from one in read from text in ReadWords.Of(one) from found in PersonalDataMasker.Find(text) select $"{found.Kind} {text.Substring(found.Start, found.Length)} in {one.Uri}");
        await app.Check();
    }

    private async Task<List<Fetched>> Read(Shop shop)
    {
        var origin = app.Get<PublicAddress>().Origin;
        using var web = new Web(app.Address, new Uri(origin));
        var crawl = new Crawl(web, Machines.SearchEngineTests.Terms);
        await crawl.Run();
        Assert.DoesNotContain(crawl.Faults, fault => fault.What.Contains("schema.org", StringComparison.Ordinal));
        var home = $"{origin}/answers/{shop.Site.Slug}";
        foreach (var path in new[] { $"{home}/search?q=lamp", $"{home}/ask", $"{origin}/api/answers?site={shop.Site.Key}&product=lamp", $"{home}/topics/{Topic}/feed.atom" }) await web.Get(path);
        var suggested = await new Browser(app.Address).Post("/api/suggestions", new SuggestRequest("Does the lamp dim?"), ("X-Site", shop.Site.Key));
        return [.. web.Read, new($"{origin}/api/suggestions", (int)suggested.StatusCode, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, await suggested.Content.ReadAsByteArrayAsync(), 0)];
    }

    private static string Core(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
