using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Machines;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Pressed twice, gone back and sent again, loaded again: whoever has no script does what they did once.</summary>
[Collection(nameof(TwoNodes))]
public sealed class SentTwiceTests(TwoNodes nodes)
{
    private const string Question = "Does the lamp stand rain?";

    [Fact]
    public async Task A_question_pressed_twice_is_asked_once_and_both_answers_lead_to_it()
    {
        var shop = await nodes.Here.Open();
        // The other node may just have read the sites, and asks again after a moment for one it did not know.
        nodes.Clock.Advance(TimeSpan.FromSeconds(1));

        // The second press is there before the first is answered, at another node.
        var sent = await Task.WhenAll(Ask(nodes.Here, shop, ("question", Question)), Ask(nodes.There, shop, ("question", Question)));

        Assert.All(sent, one => Assert.Equal(HttpStatusCode.SeeOther, one.StatusCode));
        Assert.Single(await Threads(shop));
        Assert.Single(await nodes.Here.Db.Query<string>("select token_hash from visitors where site = @Id", new { shop.Site.Id }));
        Assert.Equal(await Threads(shop), (await Task.WhenAll(sent.Select(one => Opened(shop, one)))).Distinct());
        // Where they are sent says so however often it is loaded, and nothing of it reaches a log.
        var told = await Read(sent[0].Headers.Location!.OriginalString.Split('#')[0]);
        Assert.Contains("Your question was sent", told.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("lamp", sent[0].Headers.Location!.OriginalString);
        Assert.Single(await Threads(shop));
    }

    [Fact]
    public async Task A_form_sent_again_after_going_back_is_the_same_question_and_with_other_words_another()
    {
        var shop = await nodes.Here.Open();
        var key = Value(await Read($"/answers/{shop.Site.Slug}/ask"), "key");
        var first = await Opened(shop, await Ask(nodes.Here, shop, ("question", Question), ("key", key)));

        nodes.Clock.Skip(TimeSpan.FromMinutes(40));
        Assert.Equal(first, await Opened(shop, await Ask(nodes.There, shop, ("question", Question), ("key", key))));
        Assert.NotEqual(first, await Opened(shop, await Ask(nodes.Here, shop, ("question", "And frost?"), ("key", key))));
        Assert.Equal(2, (await Threads(shop)).Count);
    }

    [Fact]
    public async Task The_same_words_from_the_same_place_are_asked_again_only_by_who_says_so()
    {
        var shop = await nodes.Here.Open();
        var first = await Opened(shop, await Ask(nodes.Here, shop, ("question", Question)));
        nodes.Clock.Advance(TimeSpan.FromMinutes(1));

        // It may be the one who asked, and it may be somebody beside them: nobody is let into another's conversation.
        var again = await Ask(nodes.Here, shop, ("question", Question), ("email", "kim@mail.example"));
        var page = new HtmlParser().ParseDocument(await again.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Conflict, Question), (again.StatusCode, ((IHtmlTextAreaElement)page.QuerySelector("main [name=question]")!).Value));
        Assert.Contains("was asked from where you are", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Single(await Threads(shop));

        (string, string)[] form = [("question", Question), ("key", Value(page, "key")), ("again", Value(page, "again"))];
        var second = await Opened(shop, await Ask(nodes.Here, shop, form));
        nodes.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(second, await Opened(shop, await Ask(nodes.Here, shop, form)));
        Assert.NotEqual(first, second);
        Assert.Equal(2, (await Threads(shop)).Count);
    }

    [Fact]
    public async Task Two_people_with_the_same_words_have_a_conversation_each()
    {
        var shop = await nodes.Here.Open();

        var one = await Opened(shop, await Ask(nodes.Here, shop, ("question", Question)));
        var other = await Opened(shop, await Send(nodes.Here, $"/answers/{shop.Site.Slug}/ask", [("User-Agent", "Another")], ("question", Question)));

        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task An_answer_a_vote_and_a_report_sent_again_are_the_first_also_once_they_are_decided()
    {
        await nodes.AnotherDay();
        var shop = await nodes.Here.Open();
        var moderator = new MemberCaller(shop.Site, await shop.Add(Roles.Moderator));
        var page = await nodes.Publish(shop, "Does the lamp stand rain?", "Does it?", ["It does, as long as it hangs below a roof and nobody forgets it there."]);
        var (add, vote, report) = ($"/answers/{shop.Site.Slug}/add/{page.PublicId}", $"/answers/{shop.Site.Slug}/vote/{page.PublicId}", $"/answers/{shop.Site.Slug}/{page.PublicId}/report");

        var proposed = await Where(add, ("name", "Kim"), ("text", "Mine rusted."));
        Assert.Equal(proposed, await Where(add, ("name", "Kim"), ("text", "Mine rusted.")));
        var id = Assert.Single(await nodes.Here.Get<ProposedStore>().Open(shop.Site.Id, 9)).PublicId;
        Assert.NotNull((await nodes.Here.Get<DecideProposed>().Run(moderator, id, publish: true)).Value);
        Assert.Equal(proposed, await Where(add, ("name", "Kim"), ("text", "Mine rusted.")));
        Assert.Empty(await nodes.Here.Get<ProposedStore>().Open(shop.Site.Id, 9));

        Assert.Equal(await Where(vote, ("said", "helped")), await Where(vote, ("said", "helped")));
        Assert.Single(await nodes.Here.Db.Query<string>("select mark from reader_votes where page = @Id", new { page.Id }));
        Assert.Equal(await Where(report, ("reason", "wrong"), ("words", "It rusts.")), await Where(report, ("reason", "wrong"), ("words", "It rusts.")));
        Assert.Single(await nodes.Here.Get<ReportStore>().Open(shop.Site.Id, 9));
    }

    [Fact]
    public async Task What_a_reader_did_on_one_shop_today_counts_for_nothing_on_another_and_ties_neither_to_the_other()
    {
        var (shop, next) = (await nodes.Here.Open(), await nodes.Here.Open());
        string Form(Shop at, string page, string form) => $"/answers/{at.Site.Slug}/{page}/{form}";
        foreach (var number in Enumerable.Range(1, 4))
        {
            var page = await nodes.Publish(shop, $"Does lamp {number} stand rain?", "Does it?", [$"Lamp {number} does, as long as it hangs below a roof and nobody forgets it there."]);
            var answer = await Send(nodes.Here, Form(shop, page.PublicId, "report"), [], ("reason", "wrong"));
            Assert.Equal(number < 4, answer.StatusCode == HttpStatusCode.SeeOther);
            Assert.EndsWith("/helped/" + page.PublicId, await Where($"/answers/{shop.Site.Slug}/vote/{page.PublicId}", ("said", "helped")));
        }
        var there = await nodes.Publish(next, "Does lamp 5 stand rain?", "Does it?", ["Lamp 5 does, as long as it hangs below a roof and nobody forgets it there."]);

        Assert.Contains("/report/", await Where(Form(next, there.PublicId, "report"), ("reason", "wrong")));
        await Where($"/answers/{next.Site.Slug}/vote/{there.PublicId}", ("said", "helped"));

        Assert.Single(await nodes.Here.Db.Query<string>("select distinct v.mark from reader_votes v join pages p on p.id = v.page where p.site = @Id", new { shop.Site.Id }));
        Assert.Equal(2, await nodes.Here.Db.Find<long>(
            "select count(distinct v.mark) from reader_votes v join pages p on p.id = v.page where p.site in (@here, @next)", new { here = shop.Site.Id, next = next.Site.Id }));
    }

    [Fact]
    public async Task A_report_that_cannot_be_taken_comes_back_with_what_was_typed()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does the lamp stand rain?", "Does it?", ["It does, as long as it hangs below a roof and nobody forgets it there."]);
        var path = $"/answers/{shop.Site.Slug}/{page.PublicId}/report";

        foreach (var (status, origin, reason, words) in new[]
        {
            (HttpStatusCode.BadRequest, TwoNodes.Name, "", "It rusts."), (HttpStatusCode.Forbidden, "https://evil.example", "wrong", "It rusts."), (HttpStatusCode.RequestEntityTooLarge, TwoNodes.Name, "wrong", new string('x', 1_001)),
        })
        {
            var answer = await Send(nodes.Here, path, [("Origin", origin)], ("reason", reason), ("words", words));
            var kept = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal((status, words, reason), (answer.StatusCode, ((IHtmlTextAreaElement?)kept.QuerySelector("main [name=words]"))?.Value, ((IHtmlSelectElement?)kept.QuerySelector("main [name=reason]"))?.Value));
            Assert.NotEmpty(kept.QuerySelector("[role=alert]")!.TextContent);
        }
        // Programs fill what people do not see: they are thanked, and nothing is kept.
        Assert.EndsWith("/report/thanks", await Where(path, ("reason", "spam"), ("website", "https://spam.example")));
        Assert.Empty(await nodes.Here.Get<ReportStore>().Open(shop.Site.Id, 9));
        // A question may well be called "Report".
        var titled = await nodes.Publish(shop, "Report", "Report what?", ["Whatever is wrong with the lamp, by the form below, and somebody looks at it."]);
        Assert.Contains("<h1 lang", (await Html(titled.Path(shop.Site.Slug))));
    }

    private static Task<HttpResponseMessage> Ask(RunningApp node, Shop shop, params (string Name, string Value)[] fields) => Send(node, $"/answers/{shop.Site.Slug}/ask", [], fields);

    private static Task<HttpResponseMessage> Send(RunningApp node, string path, (string Name, string Value)[] headers, params (string Name, string Value)[] fields) => new Browser(node.Address).Send(
        HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), headers.Any(h => h.Name == "Origin") ? headers : [("Origin", TwoNodes.Name), .. headers]);

    private async Task<string> Where(string path, params (string Name, string Value)[] fields)
    {
        var answer = await Send(nodes.Here, path, [], fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        // Each press that may be theirs is given a key of its own, behind the #: ReaderKeyTests.
        return answer.Headers.Location!.OriginalString.Split('#')[0];
    }

    private async Task<string> Html(string path) => await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync();

    private async Task<IHtmlDocument> Read(string path) => new HtmlParser().ParseDocument(await Html(path));

    private static string Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"main input[name={name}]")!).Value;

    private Task<IReadOnlyList<string>> Threads(Shop shop) => nodes.Here.Db.Query<string>("select public_id from threads where site = @Id", new { shop.Site.Id });

    /// <summary>The conversation that the link opens which whoever asked was sent to.</summary>
    private async Task<string> Opened(Shop shop, HttpResponseMessage sent)
    {
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var secret = sent.Headers.Location!.OriginalString.Split("#community-widget:")[1];
        return (await new WebDoor(nodes.Here.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<LinkOpened>("/api/mail/open", new { secret })).Value!.ThreadId;
    }
}
