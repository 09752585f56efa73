using System.Net;
using System.Threading.RateLimiting;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What machines are told, readers are shown; what has nothing to say is not to be found; and no wave of crawlers takes the database for itself.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ShownToAllTests(TwoNodes nodes)
{
    [Theory]
    [InlineData(0, "en", null)]
    [InlineData(1, "en", "Helped 1 reader")]
    [InlineData(57, "en", "Helped 57 readers")]
    [InlineData(1_234, "en", "Helped 1,234 readers")]
    [InlineData(1, "fr", "A aidé 1 personne")]
    [InlineData(57, "fr", "A aidé 57 personnes")]
    [InlineData(1_234, "fr", "A aidé 1\u202f234 personnes")]
    public async Task How_many_an_answer_helped_stands_beside_it(long votes, string language, string? shown)
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does."]);
        await nodes.Here.Write(tx => tx.Execute("update answers set votes = @votes where page = @Id", new { votes, page.Id }));

        var html = WebUtility.HtmlDecode(await (await TwoNodes.Read(nodes.Here, $"{page.Path(shop.Site.Slug)}?lang={language}")).Content.ReadAsStringAsync());

        Assert.Contains($"\"upvoteCount\":{votes}", html);
        if (shown is null) Assert.DoesNotContain("class=\"helped\"", html);
        else Assert.Contains($"<span class=\"helped\">{shown}</span>", html);
    }

    [Fact]
    public async Task A_site_without_a_question_is_found_once_it_has_one()
    {
        var shop = await nodes.Here.Open();
        var home = $"/answers/{shop.Site.Slug}";
        Assert.Contains("content=\"noindex,follow\"", await (await TwoNodes.Read(nodes.Here, home)).Content.ReadAsStringAsync());

        await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does."]);

        Assert.DoesNotContain("noindex", await (await TwoNodes.Read(nodes.Here, home)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Readers_of_answers_none_of_which_was_accepted_may_say_that_they_are_no_longer_true()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does.", "Mine does not."], accepted: false);
        var (open, path) = (await nodes.Publish(shop, "Does it hum?", "Does the lamp hum?", []), page.Path(shop.Site.Slug));

        var html = await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync();
        Assert.Equal(2, html.Split("value=\"no_longer_true\"").Length);
        Assert.DoesNotContain("no_longer_true", await (await TwoNodes.Read(nodes.Here, open.Path(shop.Site.Slug))).Content.ReadAsStringAsync());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["said"] = "no_longer_true" });
        var told = await new Browser(nodes.Here.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/vote/{page.PublicId}", form, ("Host", "answers.example"), ("Origin", TwoNodes.Name));

        Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        Assert.Equal(1, await nodes.Here.Db.Find<long>("select doubts from pages where id = @Id", new { page.Id }));
    }

    [Fact]
    public async Task A_file_of_a_sitemap_stands_in_the_line_with_all_else_that_is_made()
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does."]);
        var path = $"/answers/{shop.Site.Slug}/sitemap-1.xml";
        var (line, store, writer) = (nodes.Here.Get<MakingLine>(), nodes.Here.Get<SitemapStore>(), nodes.Here.Get<WriteSitemap>());
        var file = Assert.Single(await store.Files(shop.Site.Id));
        var (begun, broken) = (new DefaultHttpContext { Response = { Body = new MemoryStream() } }, new BrokenOff());
        begun.Features.Set<IHttpRequestLifetimeFeature>(broken);

        var places = new List<Task<RateLimitLease>>();
        try
        {
            do places.Add(line.Enter(CancellationToken.None).AsTask());
            while (!places[^1].IsCompleted || (await places[^1]).IsAcquired);

            var answer = await TwoNodes.Read(nodes.Here, path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, 1d, true), (answer.StatusCode, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, answer.Headers.CacheControl!.NoStore));
            // What has begun already is broken off, and nobody takes it for whole.
            await writer.Run(begun, shop.Site, file);
            Assert.True(broken.IsSo);
        }
        finally
        {
            foreach (var place in places) (await place).Dispose();
        }
        Assert.Equal(HttpStatusCode.OK, (await TwoNodes.Read(nodes.Here, path)).StatusCode);
    }

    [Fact]
    public async Task What_is_read_may_be_asked_about_without_reading_it()
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "Does it dim?", "Does the lamp dim?", ["It does."], page => page with { ProductId = "lamp", ProductName = "Lamp" });

        foreach (var path in new[] { $"/api/answers?site={shop.Site.Key}&product=lamp", "/assets/accent-2a5bc7.css" })
        {
            var (whole, head) = (await TwoNodes.Read(nodes.Here, path), await new Browser(nodes.Here.Address).Send(HttpMethod.Head, path, null, ("Host", "answers.example")));
            Assert.Equal((path, HttpStatusCode.OK, whole.Content.Headers.ContentType), (path, head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    private sealed class BrokenOff : IHttpRequestLifetimeFeature
    {
        public bool IsSo { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsSo = true;
    }
}
