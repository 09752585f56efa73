using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Whoever wrote something on a public page without an account sees it again and erases it, over HTTP, with the key behind the # of the address they were sent to and with nothing else.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ReaderKeyTests(TwoNodes nodes)
{
    private const string Canary = "archaeopteryx";

    [Fact]
    public async Task An_answer_its_reader_erased_is_a_minute_later_in_nothing_anybody_can_ask_either_node_for()
    {
        var (shop, page, moderator) = await Start();
        var sent = await Post($"{Home(shop)}/add/{page.PublicId}", ("name", $"{Canary} fan"), ("text", $"The {Canary} likes it warm, with a lamp of forty watts above the bowl."));
        var (outcome, key) = (sent.Headers.Location!.OriginalString.Split('#')[0], sent.Headers.Location.OriginalString.Split('#')[1]);
        // What the server is told when the page is opened shows nobody what was written.
        Assert.DoesNotContain(Canary, await Text(outcome), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await nodes.Here.Get<DecideProposed>().Run(moderator, outcome.Split('/')[^1], publish: true)).Value);
        string[] everywhere =
        [
            page.Path(shop.Site.Slug), $"{Home(shop)}/{page.PublicId}/feed.atom", $"{Home(shop)}/feed.atom", $"{Home(shop)}/search?q={Canary}", $"{Home(shop)}/search?q=bowl+lamp",
            $"/api/answers?site={shop.Site.Key}&product=bowl", Home(shop), $"{Home(shop)}/sitemap-1.xml", outcome,
        ];
        nodes.Clock.Advance(TimeSpan.FromSeconds(31));
        var before = await Read(everywhere);
        Assert.All(before.Where(one => one.Address == everywhere[0] || one.Address == everywhere[1]), one => Assert.Contains(Canary, one.Text, StringComparison.Ordinal));
        Assert.Contains("application/ld+json", before[0].Text);

        var shown = await Post(outcome, ("key", key));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
        var mine = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        Assert.Contains("likes it warm", mine.QuerySelector("section.card .words")!.TextContent);
        // What they have to keep is offered to them: a form without script took it out of the address.
        Assert.Equal([$"{outcome}#{key}"], mine.QuerySelectorAll("section.card a").Select(link => link.GetAttribute("href")));
        Assert.Equal($"{outcome}#{key}", mine.QuerySelector("section.card form")!.GetAttribute("action"));
        var erased = await Post(outcome, ("key", mine.QuerySelector("input[name=key]")!.GetAttribute("value")!), ("act", "erase"));
        Assert.EndsWith($"/told/erased/{page.PublicId}", erased.Headers.Location!.OriginalString);
        Assert.Contains("is erased", await Text(erased.Headers.Location.OriginalString));
        nodes.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([], (await Read(everywhere)).Where(one => one.Address != everywhere[3] && one.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(one => $"{one.Address} tells of it"));
        Assert.Contains("Nothing found", await Text(everywhere[3]));
        // Pressed twice, or from a second window, it is erased all the same; to look at it, it is not there.
        Assert.EndsWith("/told/erased/-", (await Post(outcome, ("key", key), ("act", "erase"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(outcome, ("key", key))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(outcome, "https://evil.example", ("key", key), ("act", "erase"))).StatusCode);
        Assert.Contains("dry place", await Text(page.Path(shop.Site.Slug)));
    }

    [Fact]
    public async Task A_report_is_its_reader_s_too()
    {
        await nodes.AnotherDay();
        var (shop, page, _) = await Start();
        var sent = await Post($"{Home(shop)}/{page.PublicId}/report", ("reason", "wrong"), ("words", $"My {Canary} died of it."));
        var (outcome, key) = (sent.Headers.Location!.OriginalString.Split('#')[0], sent.Headers.Location.OriginalString.Split('#')[1]);
        Assert.DoesNotContain(Canary, await Text(outcome), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Canary, await (await Post(outcome, ("key", key))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Post(outcome, ("key", key), ("act", "erase"))).StatusCode);

        Assert.Equal(0, await nodes.Here.Db.Find<long>("select count(*) from reports where site = @Id and words is not null", new { shop.Site.Id }));
        var after = await Text(outcome);
        Assert.DoesNotContain(Canary, after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("was erased", after);
        Assert.DoesNotContain("could not be reported", after);
        Assert.EndsWith("/told/erased/-", (await Post(outcome, ("key", key), ("act", "erase"))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Under_an_address_nobody_was_given_there_is_nothing_and_a_form_that_was_not_taken_says_so()
    {
        var (shop, _, _) = await Start();
        foreach (var kind in new[] { "answer", "report" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await TwoNodes.Read(nodes.Here, $"{Home(shop)}/{kind}/abcdefghij")).StatusCode);
            Assert.EndsWith("/told/erased/-", (await Post($"{Home(shop)}/{kind}/abcdefghij", ("key", "of mine"), ("act", "erase"))).Headers.Location?.OriginalString);
        }
        Assert.Contains("could not be reported", await Text($"{Home(shop)}/report/refused"));
        Assert.Contains("A moderator looks at it", await Text($"{Home(shop)}/report/thanks"));
    }

    [Fact]
    public async Task Nobody_else_sees_or_erases_it()
    {
        var (shop, page, _) = await Start();
        var (other, elsewhere, _) = await Start();
        var first = (await Post($"{Home(shop)}/add/{page.PublicId}", ("name", "Robin"), ("text", $"The {Canary} sleeps."))).Headers.Location!.OriginalString.Split('#');
        var second = (await Post($"{Home(other)}/add/{elsewhere.PublicId}", ("name", "Robin"), ("text", $"The {Canary} wakes."))).Headers.Location!.OriginalString.Split('#');
        Assert.NotEqual(first[1], second[1]);
        // Who sends it again later may be somebody beside them: no key, and the first one's opens it still. Pressed twice it is one, and the answer that is shown has its key.
        var twice = (await Post($"{Home(shop)}/add/{page.PublicId}", ("name", "Robin"), ("text", $"The {Canary} sleeps."))).Headers.Location!.OriginalString.Split('#');
        Assert.Equal(first[0], twice[0]);
        nodes.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(first[0], (await Post($"{Home(shop)}/add/{page.PublicId}", ("name", "Robin"), ("text", $"The {Canary} sleeps."))).Headers.Location!.OriginalString);

        foreach (var key in new[] { "", " ", "no-such-key", second[1], first[1], "'; --" })
        {
            foreach (var act in new[] { "show", "erase" })
            {
                var answer = await Post(first[0], ("key", key), ("act", act));
                Assert.Equal((key, HttpStatusCode.Gone), (key, answer.StatusCode));
                Assert.DoesNotContain(Canary, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(first[0], "https://evil.example", ("key", twice[1]), ("act", "erase"))).StatusCode);
        // Under another site's name, or as a report, it is not there at all.
        Assert.Equal(HttpStatusCode.NotFound, (await Post(first[0].Replace(shop.Site.Slug, other.Site.Slug, StringComparison.Ordinal), ("key", twice[1]))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(first[0].Replace(shop.Site.Slug, other.Site.Slug, StringComparison.Ordinal), ("key", twice[1]), ("act", "erase"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(first[0], ("key", twice[1]))).StatusCode);
        // The key stands nowhere but with whoever has it.
        Assert.DoesNotContain(twice[1], await nodes.Here.Db.Query<string>("select key_hash from proposed_answers where key_hash is not null"));
    }

    private async Task<(Shop Shop, Edition Page, MemberCaller Moderator)> Start()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Where is the bowl kept best?", "Where is the bowl kept?", ["In a dry place below the roof, where no cat reaches it and no rain comes in."], one => one with { ProductId = "bowl", ProductName = "Bowl" });
        return (shop, page, new(shop.Site, await shop.Add(Roles.Moderator)));
    }

    private static string Home(Shop shop) => $"/answers/{shop.Site.Slug}";

    private Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => Send(path, TwoNodes.Name, fields);

    private Task<HttpResponseMessage> Send(string path, string origin, params (string Name, string Value)[] fields) => new Browser(nodes.Here.Address).Send(
        HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Host", "answers.example"), ("Origin", origin));

    private async Task<string> Text(string path) => await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync();

    private async Task<List<(string Address, string Text)>> Read(IEnumerable<string> addresses)
    {
        var read = new List<(string, string)>();
        foreach (var node in new[] { nodes.Here, nodes.There })
            foreach (var address in addresses) read.Add((address, Encoding.UTF8.GetString(await (await TwoNodes.Read(node, address)).Content.ReadAsByteArrayAsync())));
        return read;
    }
}
