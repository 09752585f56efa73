using System.Xml.Linq;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What a feed and its entries go by, and when they say that they changed.</summary>
[Collection(nameof(TwoNodes))]
public sealed class FeedTests(TwoNodes nodes)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private const string English = "It is, and you can turn it down to a tenth of what it has with the wheel that is on the back of the foot.";

    [Fact]
    public async Task What_something_goes_by_lasts_whatever_its_title_becomes_and_is_nobody_else_s()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does.", "Mine does not."], edition => edition with { Topic = "coffee" });
        var home = $"/answers/{shop.Site.Slug}";
        string[] feeds = [$"{home}/feed.atom", $"{home}/topics/coffee/feed.atom", $"{home}/{page.PublicId}/feed.atom"];
        var before = await Ids(feeds);

        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().Move(tx, page, Publications.Published, "Does the brass lamp dim at all?", nodes.Clock.NowMs));
        var after = await Ids(feeds);

        Assert.Equal(before, after);
        Assert.All(before, id => Assert.StartsWith("urn:uuid:", id));
        Assert.Contains($"urn:uuid:{page.Id}", before);
        // Three feeds, the page and its two answers; the page stands in two of them.
        Assert.Equal((7, 6), (before.Count, before.Distinct().Count()));
    }

    [Fact]
    public async Task An_answer_in_other_words_says_so_and_so_does_the_feed_it_stands_in()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it hum?", "Does the lamp hum?", ["It does.", "Mine does not."]);
        var address = $"/answers/{shop.Site.Slug}/{page.PublicId}/feed.atom";
        var first = await Read(address);
        var answer = (await nodes.Here.Get<EditionStore>().Answers(page.Id))[1];
        nodes.Clock.Advance(TimeSpan.FromMinutes(5));

        await nodes.Here.Write(tx => nodes.Here.Get<EditionEdits>().Reword(tx, page.Id, answer.Id, "Mine hums a little.", nodes.Clock.NowMs));
        var then = await Read(address);

        var (now, before) = (SitemapXml.Time(nodes.Clock.NowMs), (string)first.Element(Atom + "updated")!);
        Assert.Equal(now, (string)then.Element(Atom + "updated")!);
        Assert.Equal([("Mine hums a little.", now), ("It does.", before)], then.Elements(Atom + "entry").Select(entry => (((string)entry.Element(Atom + "content")!).Replace("<p>", "").Replace("</p>", ""), (string)entry.Element(Atom + "updated")!)));
        // What is gone leaves no entry that could say so.
        nodes.Clock.Advance(TimeSpan.FromMinutes(5));
        await nodes.Here.Write(tx => nodes.Here.Get<EditionEdits>().Remove(tx, page.Id, answer.Id, nodes.Clock.NowMs));
        Assert.Equal(SitemapXml.Time(nodes.Clock.NowMs), (string)(await Read(address)).Element(Atom + "updated")!);
    }

    [Fact]
    public async Task An_answer_in_another_language_than_its_question_says_so_in_the_site_s_feed_too()
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "La lampe est-elle réglable ?", "Est-ce que la lampe est réglable ?", [English], edition => edition with { Language = "fr" });

        var entry = (await Read($"/answers/{shop.Site.Slug}/feed.atom")).Element(Atom + "entry")!;

        Assert.Equal("fr", (string)entry.Attribute(XNamespace.Xml + "lang")!);
        Assert.Equal($"<p>Est-ce que la lampe est réglable ?</p><p lang=\"en\">{English}</p>", (string)entry.Element(Atom + "content")!);
    }

    [Fact]
    public async Task A_topic_s_feed_is_called_as_its_page_is_where_it_has_a_name_in_another_language_only()
    {
        var shop = await nodes.Here.Open();
        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with
        {
            Languages = "fr",
            Topics = new([new("coffee", new Dictionary<string, string> { ["en"] = "Coffee makers" })]),
        }));

        Assert.Equal($"Coffee makers – {shop.Site.Name}", (string)(await Read($"/answers/{shop.Site.Slug}/topics/coffee/feed.atom")).Element(Atom + "title")!);
    }

    private async Task<IReadOnlyList<string>> Ids(string[] feeds)
    {
        var ids = new List<string>();
        foreach (var feed in feeds)
        {
            var root = await Read(feed);
            ids.AddRange(root.Elements(Atom + "entry").Prepend(root).Select(part => (string)part.Element(Atom + "id")!));
        }
        return ids;
    }

    private async Task<XElement> Read(string address) => XDocument.Parse(await (await TwoNodes.Read(nodes.Here, address)).Content.ReadAsStringAsync()).Root!;
}
