using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Feeds;
using CommunityWidget.Database;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A question with more answers than a page should hold is read in parts: by people, by search engines, and while answers come and go.</summary>
[Collection(nameof(TwoNodes))]
public sealed class AnswerPartsTests(TwoNodes nodes)
{
    private const int MostOnTheLine = 60_000, MostBytes = 150_000;

    [Fact]
    public async Task Five_hundred_answers_are_each_shown_once_the_accepted_one_first_then_by_votes()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 500, n => $"Answer number {n}. {Said(n, 120)}");

        var parts = await Walk(question.Path(shop.Site.Slug));

        Assert.Equal(25, parts.Count);
        Assert.All(parts, part => Assert.InRange(part.Answers.Count, 1, AnswerParts.MostAnswers));
        Assert.Equal(Enumerable.Range(0, 500).Select(n => $"Answer number {n}."), parts.SelectMany(part => part.Answers).Select(answer => answer.QuerySelector(".words")!.TextContent.Split('.')[0] + "."));
        Assert.Equal(["499 other answers", .. Enumerable.Range(1, 24).Select(part => $"Answers {(20 * part) + 1} to {20 * (part + 1)}")], parts.Select(part => part.Document.QuerySelector("article h2:not(.accepted h2)")!.TextContent));
        Assert.Equal("Answers 21 to 40 of 500", parts[1].Document.QuerySelector("article p.part")!.TextContent);
        // What is said of the whole stands on the first part alone.
        Assert.All(parts.Skip(1), part => Assert.DoesNotContain("None of them was accepted", part.Visible, StringComparison.Ordinal));
        Assert.Equal([1, .. Enumerable.Repeat(0, 24)], parts.Select(part => part.Document.QuerySelectorAll("section.accepted").Length));
    }

    [Fact]
    public async Task Each_part_is_a_page_of_its_own_that_tells_machines_what_it_shows_and_how_many_there_are()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 45, n => $"Answer number {n}. {Said(n, 120)}");
        var home = $"{TwoNodes.Name}{question.Path(shop.Site.Slug)}";

        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };
        await crawl.Run();
        Assert.Empty(crawl.Faults);

        var parts = await Walk(question.Path(shop.Site.Slug));
        Assert.Equal(3, parts.Count);
        Assert.Equal(3, parts.Select(part => part.Document.Title).Distinct().Count());
        foreach (var (at, part) in parts.Index())
        {
            Assert.Equal(at == 0 ? home : $"{home}?from={part.Answers[0].Id!["answer-".Length..]}", part.Canonical);
            Assert.False(part.IsNoIndex);
            var asked = Question(part);
            Assert.Equal((45, home), (asked.GetProperty("answerCount").GetInt32(), asked.GetProperty("url").GetString()));
            Assert.Equal(at == 0, asked.TryGetProperty("acceptedAnswer", out _));
            Assert.Equal(part.Answers.Count - (at == 0 ? 1 : 0), asked.GetProperty("suggestedAnswer").GetArrayLength());
            // Whoever comes to any of them may answer, and finds the question.
            Assert.NotNull(part.Document.QuerySelector("form[action*='/add/'] textarea"));
            Assert.Equal("Which of them is it?", part.Document.QuerySelector("h1")!.TextContent);
            if (at > 0) Assert.Contains(part.Document.QuerySelectorAll("article nav a"), link => link.GetAttribute("href") == question.Path(shop.Site.Slug));
        }
        // Only the question itself is listed.
        Assert.DoesNotContain("from=", await (await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}/sitemap-1.xml")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_nothing_but_short_words_is_not_for_search_engines()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 30, n => n < 20 ? $"Answer number {n}. {Said(n, 120)}" : $"Me too, {n}.");

        var parts = await Walk(question.Path(shop.Site.Slug));

        Assert.Equal([false, true], parts.Select(part => part.IsNoIndex));
    }

    [Fact]
    public async Task However_long_the_answers_are_a_part_stays_within_what_a_telephone_loads()
    {
        var shop = await nodes.Here.Open();
        // As long as an import takes them, and as long as a message may be.
        var question = await Ask(shop, 50, n => Said(n, n % 7 == 3 ? 20_000 : 4_000));

        var (path, count) = (question.Path(shop.Site.Slug), 0);
        for (string? next = path; next is not null;)
        {
            var plain = await (await TwoNodes.Read(nodes.Here, next)).Content.ReadAsByteArrayAsync();
            var packed = await (await TwoNodes.Read(nodes.Here, next, ("Accept-Encoding", "gzip"))).Content.ReadAsByteArrayAsync();
            Assert.InRange(plain.Length, 1, MostBytes);
            Assert.InRange(packed.Length, 1, MostOnTheLine);
            var part = await Read(next);
            count += part.Answers.Count;
            next = More(part);
        }
        Assert.Equal(50, count);
    }

    [Fact]
    public async Task Letters_of_three_bytes_fill_a_part_three_times_as_fast()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 24, n => string.Concat(Said(n, 4_000).Select((letter, at) => (char)('\u4E00' + ((letter * 131) + (at * 37) + n) % 6_000))));

        var (path, count) = (question.Path(shop.Site.Slug), 0);
        for (string? next = path; next is not null;)
        {
            Assert.InRange((await (await TwoNodes.Read(nodes.Here, next, ("Accept-Encoding", "gzip"))).Content.ReadAsByteArrayAsync()).Length, 1, MostOnTheLine);
            var part = await Read(next);
            count += part.Answers.Count;
            next = More(part);
        }
        Assert.Equal(24, count);
    }

    [Fact]
    public async Task An_address_stays_right_while_votes_answers_and_decisions_move_what_it_names()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 45, n => $"Answer number {n}. {Said(n, 120)}");
        var path = question.Path(shop.Site.Slug);
        var parts = await Walk(path);
        var second = More(parts[0])!;
        var (moving, inside) = (parts[1].Answers[0].Id!["answer-".Length..], parts[1].Answers[5].Id!["answer-".Length..]);

        // An answer in the middle of a part is shown where that begins, one of the first part on the question's own page.
        Assert.Equal(second, await Moved($"{path}?from={inside}"));
        Assert.Equal($"{second}&lang=fr", await Moved($"{path}?from={inside}&lang=fr"));
        Assert.Equal(path, await Moved($"{path}?from={parts[0].Answers[3].Id!["answer-".Length..]}"));
        Assert.Equal(second, await Moved(second.Replace("/which-of-them-is-it", "/an-older-title", StringComparison.Ordinal)));

        await Change(question, "update answers set votes = 1000 where page = @page and id = @id", moving);
        Assert.Equal(path, await Moved(second));
        await Change(question, "delete from answers where page = @page and id = @id", moving);
        Assert.Equal(path, await Moved(second));
        // From the page as it is now, all are found again.
        Assert.Equal(44, (await Walk(path)).SelectMany(part => part.Answers).Select(answer => answer.Id).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_is_sent_to_one_answer_arrives_at_it_whichever_part_it_is_on()
    {
        var shop = await nodes.Here.Open();
        var question = await Ask(shop, 45, n => $"Answer number {n}. {Said(n, 120)}");
        // Those that nobody has voted for came last, and are what a feed tells first.
        await Change(question, "update answers set answered_at = answered_at + position where page = @page and id <> @id", "");

        var told = (await nodes.Here.Get<FeedStore>().Answers(shop.Site, question)).ToList();

        Assert.Equal(45, told.Count);
        Assert.Contains("from=", told[0].Path, StringComparison.Ordinal);
        foreach (var entry in told)
        {
            var address = entry.Path.Split('#');
            Assert.NotNull((await Read(address[0])).Document.GetElementById(address[1]));
        }
        Assert.Equal("/answers/x/y/z", AnswerParts.PathTo("/answers/x/y/z", await nodes.Here.Get<EditionStore>().Answers(question.Id), "gone"));
    }

    private Task<Edition> Ask(Shop shop, int answers, Func<int, string> say) => nodes.Publish(shop, "Which of them is it?", "I see so many of them, and would like to know which.", [.. Enumerable.Range(0, answers).Select(say)]);

    private async Task Change(Edition page, string sql, string id)
    {
        await nodes.Here.Write(async tx =>
        {
            await tx.Execute(sql, new { page = page.Id, id });
            await nodes.Here.Get<PageChanges>().Tell(tx, page.Id);
        });
        nodes.Here.Get<AnswerCache>().DropAll();
    }

    private async Task<List<Page>> Walk(string path)
    {
        var parts = new List<Page>();
        for (string? next = path; next is not null && parts.Count < 100; next = More(parts[^1])) parts.Add(await Read(next));
        return parts;
    }

    private async Task<Page> Read(string path)
    {
        var answer = await TwoNodes.Read(nodes.Here, path);
        Assert.Equal((HttpStatusCode.OK, path), (answer.StatusCode, path));
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        return new(await web.Get(TwoNodes.Name + path));
    }

    private async Task<string> Moved(string path)
    {
        var answer = await TwoNodes.Read(nodes.Here, path);
        Assert.Equal((HttpStatusCode.MovedPermanently, path), (answer.StatusCode, path));
        return answer.Headers.Location!.OriginalString;
    }

    private static string? More(Page part) => part.Document.QuerySelectorAll("article nav a").FirstOrDefault(link => link.TextContent == "More answers")?.GetAttribute("href");

    private static JsonElement Question(Page part) => part.Document.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement)
        .Single(data => data.GetProperty("@type").GetString() == "QAPage").GetProperty("mainEntity");

    // Words that do not repeat more than people do, so that packing them is no feat.
    private static string Said(int seed, int length)
    {
        var (random, text) = (new Random(seed), new System.Text.StringBuilder());
        while (text.Length < length) text.Append((char)('a' + random.Next(26))).Append("aeiou"[random.Next(5)]).Append((char)('a' + random.Next(26))).Append(random.Next(3) == 0 ? "" : " ");
        return text.ToString(0, length - 1).Trim() + ".";
    }
}
