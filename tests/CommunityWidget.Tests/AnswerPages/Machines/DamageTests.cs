using System.Text;
using System.Text.RegularExpressions;
using CommunityWidget.SearchEngine;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>The search engine of our own is not blind: each defence taken out of a page that has no fault is missed.</summary>
[Collection(nameof(TwoNodes))]
public sealed class DamageTests(TwoNodes nodes)
{
    /// <summary>What is taken out (a pattern), what stands there instead, and the fault that is found then.</summary>
    public static TheoryData<string, string, string> Body => new()
    {
        { "rel=\"ugc nofollow noopener\"", "", "vouches for spam.example" },
        { "rel=\"ugc nofollow noopener\"", "rel=\"nofollow\"", "vouches for spam.example" },
        { "href=\"https://spam.example/[^\"]*\"", "href=\"javascript:alert(1)\"", "links to javascript:" },
        { "<a href=\"https://answers.example/robots.txt\"", "<a rel=\"nofollow\" href=\"https://answers.example/robots.txt\"", "does not vouch for its own" },
        { "\"answerCount\":2", "\"answerCount\":1", "counts other answers than its 2" },
        { "\"author\":\\{\"@type\":\"Person\",\"name\":\"[^\"]*\"\\},\"answerCount\"", "\"answerCount\"", "has a Question of nobody's" },
        { "\"text\":\"It does", "\"text\":\"Buy now. It does", "that nobody can read" },
        { "\"text\":\"I would[^\"]*\"", "\"text\":\"Does the lamp dim?\"", "says the same as text and as name" },
        { "\"url\":\"https://answers.example/", "\"url\":\"/", "an address that is not whole" },
        { "\\\\u002B00:00", "", "without an offset" },
        { "\"@type\":\"QAPage\"", "\"@type\":\"QuestionPage\"", "has answers and a form, and no QAPage" },
        { "\\\\u003C/script", "</script", "has data" },
        { "(\"position\":2,\"name\":\"[^\"]*\",\"item\":\")[^\"]*", "$1https://answers.example/elsewhere", "has breadcrumbs that end at https://answers.example/elsewhere" },
        { "(\"position\":1,\"name\":\"[^\"]*\",\"item\":\")[^\"]*", "$1https://answers.example/answers/nowhere", "has breadcrumbs over https://answers.example/answers/nowhere, which answers 404" },
        { "<span class=\"helped\">[^<]*</span>", "", "found an answer helpful, and readers" },
        { "(\"url\":\"[^\"]*)/people/", "$1/folk/", "tells machines that an author is at" },
        { "\"upvoteCount\":", "\"upvoteCount\":7", "found an answer helpful, and readers" },
        { "<link rel=\"canonical\" href=\"https://answers.example", "<link rel=\"canonical\" href=\"https://evil.example", "its own address is" },
        { "max-image-preview:large", "noindex", "says noindex" },
        { "<meta property=\"og:image:alt\"[^>]*>", "", "has no words for its picture" },
        { "content=\"https://answers.example/([^\"]*)picture.png[^\"]*\"", "content=\"/$1picture.png\"", "has a picture at" },
        { "<meta property=\"article:modified_time\" content=\"2026", "<meta property=\"article:modified_time\" content=\"2025", "by the sitemap" },
        { "<h1", "<h1>Twice</h1><h1", "has 2 headings of the first level" },
        { "<html lang=\"en\"", "<html", "does not say its language" },
        { "<p class=\"words\" lang=\"en\" dir=\"auto\">", "<p class=\"words\">", "does not say language and direction" },
        { "</head>", "<link rel=\"alternate\" hreflang=\"fr\" href=\"?lang=fr\"></head>", "in another language" },
        { "<nav aria-label=\"[^\"]*\"", "<nav", "has no way that is named" },
        { "<link rel=\"stylesheet\" href=\"", "<link rel=\"stylesheet\" href=\"https://cdn.example", "waits for cdn.example" },
        { "content=\"1200\"", "content=\"600\"", "shows its picture otherwise" },
        { "summary_large_image", "summary", "shows its picture otherwise" },
        { "og:locale\" content=\"en_US", "og:locale\" content=\"fr_FR", "is written in en and says fr_FR" },
        { "<form method=\"post\" action=\"[^\"]*/add/", "<form action=\"/nowhere/", "on which nobody can answer" },
    };

    /// <summary>The same by the words of schema.org, where those are.</summary>
    public static TheoryData<string, string, string> Terms => new()
    {
        { "\"upvoteCount\"", "\"votes\"", "a property that schema.org does not: votes" },
        { "\"@type\":\"Person\",", "\"@type\":\"Person\",\"upvoteCount\":1,", "has a Person with upvoteCount" },
        { "\"@type\":\"Answer\",", "\"@type\":\"Answer\",\"answerCount\":1,", "has a Answer with answerCount" },
        { "\"@type\":\"Answer\",", "\"@type\":\"Reply\",", "has a type that schema.org does not: Reply" },
    };

    public static TheoryData<string, string, string> Header => new()
    {
        { "Set-Cookie", "visitor=1", "sets a cookie" },
        { "Vary", "Accept-Encoding, Cookie", "varies by" },
        { "Cache-Control", "public, max-age=3600", "for longer than a minute" },
        { "ETag", "W/\"x\"", "has no strong ETag" },
        { "Last-Modified", "", "was modified last at" },
        { "Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT", "was modified last at" },
    };

    [VocabularyTheory, MemberData(nameof(Terms))]
    public Task What_schema_org_does_not_say_is_missed(string pattern, string instead, string fault) => What_is_missing_in_a_page_is_missed(pattern, instead, fault);

    [Theory, MemberData(nameof(Body))]
    public Task What_is_missing_in_a_page_is_missed(string pattern, string instead, string fault) => Missed(fault, page =>
    {
        var damaged = Regex.Replace(page.Text, pattern, instead, RegexOptions.None, TimeSpan.FromSeconds(2));
        Assert.NotEqual(page.Text, damaged);
        return page with { Body = Encoding.UTF8.GetBytes(damaged) };
    });

    [Theory, MemberData(nameof(Header))]
    public Task What_is_wrong_in_a_head_is_seen(string name, string value, string fault) => Missed(fault, page => page with { Headers = new Dictionary<string, string>(page.Headers, StringComparer.OrdinalIgnoreCase) { [name] = value } });

    private async Task Missed(string fault, Func<Fetched, Fetched> damage)
    {
        var (address, sitemap) = await Page();
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name)) { Through = fetched => fetched.Uri == address && fetched.Status == 200 ? damage(fetched) : fetched };
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = sitemap, MostPages = 1 };

        await crawl.Run();

        Assert.Contains(crawl.Faults, found => found.ToString().Contains(fault, StringComparison.Ordinal));
    }

    // One page for all of them: it is read anew each time.
    private async Task<(string Address, string Sitemap)> Page()
    {
        if (nodes.Sound is { } known) return known;
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does the lamp dim?", "I would like to know. </script>", ["It does, see https://spam.example/x and https://answers.example/robots.txt", "Mine does not, whatever I try with it."]);
        var sound = ($"{TwoNodes.Name}{page.Path(shop.Site.Slug)}", $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap-1.xml");
        nodes.Sound = sound;
        return sound;
    }
}
