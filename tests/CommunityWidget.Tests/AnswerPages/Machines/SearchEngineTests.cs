using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>The public pages as a search engine reads them, by a reader that knows nothing of the product.</summary>
[Collection(nameof(TwoNodes))]
public sealed class SearchEngineTests(TwoNodes nodes)
{
    private const string Secret = "xyzzyplugh";

    internal static readonly Vocabulary? Terms = Vocabulary.Find(Path.Combine(Repository.Root, "../shared/data/schemaorg"));

    [Fact]
    public async Task A_site_of_every_kind_of_page_has_no_fault()
    {
        var shop = await Seeded();

        var crawl = await Crawl();

        Assert.Empty(crawl.Faults);
        Assert.True(crawl.Pages >= 5, crawl.Summary);
        Assert.True(crawl.Questions >= 4, crawl.Summary);
        Assert.NotNull(shop);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("<nav aria-label=\"[^\"]*\"", "has no way that is named", "<nav")]
    [InlineData("<nav [^>]*>.*?</nav>", "has no way that is named")]
    [InlineData("</head>", "tells machines where it is", "<script type=\"application/ld+json\">{\"@type\":\"BreadcrumbList\"}</script></head>")]
    public async Task What_is_gone_leads_its_reader_on_and_is_no_place_on_the_way_to_anything(string pattern, string fault, string instead = "")
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "Where is the shade?", "Where do you keep the shade?", ["On the shelf behind the till, beside the lamps that it fits, as in every shop of ours."]);
        var left = await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", ["In the drawer below the till, beside the spare bulbs, where every shop of ours keeps it."], edition => edition with { Topic = "coffee" });
        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().Withdraw(tx, left.Thread, nodes.Clock.NowMs));
        var gone = $"{TwoNodes.Name}{left.Path(shop.Site.Slug)}";
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name))
        {
            Through = fetched => fetched.Uri == gone && pattern.Length > 0 ? fetched with { Body = Encoding.UTF8.GetBytes(Regex.Replace(fetched.Text, pattern, instead, RegexOptions.Singleline, TimeSpan.FromSeconds(2))) } : fetched,
        };

        var crawl = new Crawl(web, Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml", Gone = [gone] };
        await crawl.Run();

        if (fault.Length == 0) Assert.Empty(crawl.Faults);
        else Assert.Contains(crawl.Faults, found => found.ToString().Contains(fault, StringComparison.Ordinal));
        var page = new Page(await web.Get(gone));
        if (fault.Length == 0) Assert.Equal($"/answers/{shop.Site.Slug}", page.Document.QuerySelector("header nav[aria-label] a")?.GetAttribute("href"));
        Assert.Equal("page", new Page(await web.Get($"{TwoNodes.Name}/answers/{shop.Site.Slug}")).Document.QuerySelector("header nav a")?.GetAttribute("aria-current"));
    }

    // Beside the crawl, so that it is seen where no term was looked up.
    [VocabularyFact]
    public async Task What_machines_are_told_is_said_in_the_words_of_schema_org()
    {
        var (shop, terms) = (await nodes.Here.Open(), Terms!);
        var page = await nodes.Publish(shop, "Does the brass lamp dim?", "I would like to know.", ["It does.", "Mine does not."], edition => edition with { Topic = "coffee", ProductId = "lamp" });
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));

        await new Crawl(web, terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" }.Run();

        Assert.True(terms.Count > 2_000, $"{terms.Count} terms");
        Assert.Contains(web.Read, fetched => fetched.Uri.EndsWith(page.Path(shop.Site.Slug), StringComparison.Ordinal));
        Assert.Equal((true, true, false, false), (terms.Allows("Answer", "upvoteCount"), terms.Allows("QAPage", "mainEntity"), terms.Allows("Person", "upvoteCount"), terms.Allows("Answer", "answerCount")));
    }

    [Fact]
    public async Task What_is_withdrawn_is_nowhere_a_minute_later_on_any_node_nor_in_a_cache_between()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, $"Where is the {Secret}?", $"I look for {Secret} everywhere", [$"The {Secret} is behind the door, as the manual says on its very first page."], edition => edition with { Topic = "coffee", ProductId = "lamp", ProductName = $"Lamp {Secret}" });
        var other = await nodes.Publish(shop, "Where is the door?", "Which door?", ["The one behind you, which you have not looked at until now, as it seems to me."], edition => edition with { Topic = "coffee", ProductId = "lamp" });
        var home = $"/answers/{shop.Site.Slug}";
        string[] addresses = [page.Path(shop.Site.Slug), other.Path(shop.Site.Slug), home, $"{home}/feed.atom", $"{home}/topics/coffee/feed.atom", $"{home}/{page.PublicId}/feed.atom", $"{home}/sitemap.xml", $"{home}/sitemap-1.xml", $"{home}/{page.PublicId}/picture.png", $"/api/answers?site={shop.Site.Key}&product=lamp"];
        var before = await Bytes(addresses);
        Assert.Contains(before, body => body.Contains(Secret, StringComparison.Ordinal));

        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().Withdraw(tx, page.Thread, nodes.Clock.NowMs));

        // At once where it was withdrawn; elsewhere when what is kept is as old as a cache in front may keep it.
        Assert.Equal(HttpStatusCode.Gone, (await TwoNodes.Read(nodes.Here, addresses[0])).StatusCode);
        nodes.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(await Bytes(addresses), body => body.Contains(Secret, StringComparison.Ordinal));
        foreach (var node in new[] { nodes.Here, nodes.There })
        {
            foreach (var gone in new[] { addresses[0], addresses[5], addresses[8] }) Assert.Equal(HttpStatusCode.Gone, (await TwoNodes.Read(node, gone)).StatusCode);
            Assert.DoesNotContain(page.PublicId, await (await TwoNodes.Read(node, $"{home}/sitemap-1.xml")).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Whoever_keeps_a_page_in_between_counts_from_when_it_was_made()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "How old is this?", "How old is this page?", ["As old as the last time that somebody asked for it, which is not long ago at all."]);
        var path = page.Path(shop.Site.Slug);
        var made = await TwoNodes.Read(nodes.There, path);
        nodes.Clock.Advance(TimeSpan.FromSeconds(20));

        var kept = await TwoNodes.Read(nodes.There, path);
        nodes.Clock.Advance(TimeSpan.FromSeconds(11));
        var anew = await TwoNodes.Read(nodes.There, path);

        Assert.Equal(["public, max-age=30, stale-while-revalidate=30", "public, max-age=10, stale-while-revalidate=30", "public, max-age=30, stale-while-revalidate=30"], new[] { made, kept, anew }.Select(answer => answer.Headers.CacheControl!.ToString()));
        Assert.All(new[] { made, kept, anew }, answer => Assert.Null(answer.Headers.Age));
        Assert.Equal(made.Headers.ETag, anew.Headers.ETag);
    }

    private async Task<Crawl> Crawl()
    {
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, Terms);
        await crawl.Run();
        return crawl;
    }

    private async Task<Shop> Seeded()
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "Does the brass lamp dim?", "Does the brass lamp dim? </script><!-- <b>I</b> would like \u2028 that & \"more\".", ["It does, see https://spam.example/?x=https://shop.example and (https://answers.example/robots.txt).", "Mine does not. Лампа https://раураl.example/x"], edition => edition with { Topic = "coffee", ProductId = "lamp", ProductName = "Lamp" });
        // Asked of two lamps, and of one twice.
        foreach (var (product, answer) in new[] { ("lamp", "It stands there every evening, with the whole family around it."), ("shade", "It is lovely."), ("shade", "It stood there until my cat came.") })
            await nodes.Publish(shop, "Do you love it?", "Do you love it?", [answer], edition => edition with { ProductId = product });
        await nodes.Publish(shop, "Où trouver une clé à cliquet d’été ?", "Où trouver une clé à cliquet d’été ?", ["Au rayon bricolage ; c’est écrit « été » dessus, et l’on vous y aidera volontiers."], edition => edition with { Language = "fr" });
        await nodes.Publish(shop, "هل يمكن تعتيم هذا المصباح؟", "هل يمكن تعتيم هذا المصباح؟ أحتاج إليه للنوم", ["نعم، مع أي مخفت."], edition => edition with { Language = "ar" });
        await nodes.Publish(shop, "Can javascript:alert(1) be asked?", "javascript:alert(1) data:text/html,x http://user:pass@shop.example/ http://10.0.0.1/", ["Yes, and nothing happens: it is only a text, as long as everything around it is."], accepted: false);
        // Of these two nothing is to be found: hardly a word, and none.
        await nodes.Publish(shop, "Is this thin?", "Is this page thin?", ["Yes."], accepted: false);
        await nodes.Publish(shop, "Is this thinner?", "Is this page thinner still?", []);
        return shop;
    }

    private async Task<List<string>> Bytes(string[] addresses)
    {
        var bodies = new List<string>();
        foreach (var node in new[] { nodes.Here, nodes.There })
            foreach (var address in addresses) bodies.Add(Encoding.UTF8.GetString(await (await TwoNodes.Read(node, address)).Content.ReadAsByteArrayAsync()));
        return bodies;
    }
}
