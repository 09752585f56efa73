using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Numbers.Texts;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Admin;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Numbers;

/// <summary>The pages as an admin's browser gets them.</summary>
public sealed class PagesTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task Without_a_question_the_page_says_what_will_stand_there()
    {
        var page = await Page("/admin/numbers");

        Assert.Contains("No question was asked in these days", page);
        Assert.Contains("Who could be asked is counted from now on", page);
    }

    [Theory]
    [InlineData("from=31.03.2026", "is no date", "value=\"31.03.2026\"")]
    [InlineData("from=2026-03-02&to=2026-03-01", "The end lies before the beginning", "value=\"2026-03-01\"")]
    [InlineData("from=2020-01-01&to=2026-03-01", "more than 1826 days", "value=\"2020-01-01\"")]
    public async Task Days_that_cannot_be_are_told_beside_what_was_typed(string query, string sentence, string kept)
    {
        var page = await Refused(await Admin.Get($"/admin/numbers?{query}"));

        Assert.Contains(sentence, page);
        Assert.Contains(kept, page);
    }

    [Fact]
    public async Task What_was_asked_and_answered_stands_on_the_page_and_in_the_files()
    {
        var id = await Answered("=HYPERLINK(\"http://evil.example\")");
        var page = await Page("/admin/numbers?days=7");

        Assert.Contains("aria-label=\"Super users 100%\"", page);
        Assert.Contains("=HYPERLINK", page);
        Assert.Contains("Super users,1,1,0,", await File("by-whom", "Answered by whom,Count,Share"));
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",", await File("words", id));
        Assert.Contains("maya,1,1,1,", await File("members", "Member,Answered,Taken,"));
        Assert.Equal(404, (int)(await Admin.Get("/admin/numbers?handler=File&table=secrets")).StatusCode);
    }

    [Fact]
    public async Task Every_number_has_its_definition_beside_it()
    {
        await Answered("Thank you");
        var (texts, page) = (NumbersTexts.In("en"), WebUtility.HtmlDecode(await Page("/admin/numbers?days=7")));
        var meanings = typeof(NumbersTexts).GetProperties().Where(p => p.Name.EndsWith("Means", StringComparison.Ordinal)).Select(p => (p.Name, Text: (string)p.GetValue(texts)!)).ToList();

        Assert.True(meanings.Count > 15);
        Assert.Empty(meanings.Where(meaning => !page.Contains(meaning.Text, StringComparison.Ordinal)).Select(meaning => meaning.Name));
        Assert.All(Ends.All, end => Assert.Contains(texts.EndMeans(end), page));
    }

    [Fact]
    public async Task A_question_is_found_by_its_number_and_in_the_list_and_its_way_is_told()
    {
        var id = await Answered("Thank you");
        var found = await Admin.Get($"/admin/explain?handler=Find&number=%20{id.ToUpperInvariant()}");

        Assert.Equal($"/admin/explain/{id}", found.Headers.Location!.OriginalString);
        Assert.Contains($"/admin/explain/{id}", await Page("/admin/explain?end=super_users"));
        Assert.DoesNotContain($"/admin/explain/{id}", await Page("/admin/explain?end=team"));
        Assert.Contains("maya accepted it.", await Page($"/admin/explain/{id}"));
    }

    [Fact]
    public async Task A_number_of_nothing_or_of_another_site_is_told_and_kept()
    {
        var theirs = await App.SignedIn(Theirs, await App.AddMember(Theirs, "eve", Roles.Admin));
        var id = await Answered("Thank you");

        Assert.Contains("value=\"nothing\"", await Refused(await Admin.Get("/admin/explain?handler=Find&number=nothing")));
        Assert.Contains("has no question", await Refused(await theirs.Get($"/admin/explain?handler=Find&number={id}")));
        Assert.Contains("has no question", await Refused(await theirs.Get($"/admin/explain/{id}"), 404));
        Assert.DoesNotContain(id, await (await theirs.Get("/admin/explain")).Content.ReadAsStringAsync());
        Assert.Contains("No question was asked", await (await theirs.Get("/admin/numbers")).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("a\0cdefghij"), InlineData("'or 1=1 --"), InlineData("<b>bold</b>"), InlineData("ééééééééééé")]
    public async Task Strange_numbers_and_days_do_no_harm(string typed)
    {
        var escaped = Uri.EscapeDataString(typed);

        Assert.Contains("has no question", await Refused(await Admin.Get($"/admin/explain?handler=Find&number={escaped}")));
        await Refused(await Admin.Get($"/admin/numbers?from={escaped}&to={escaped}"));
        Assert.Equal(200, (int)(await Admin.Get($"/admin/numbers?days={escaped}&language={escaped}&topic={escaped}&older={escaped}")).StatusCode);
        Assert.Equal(200, (int)(await Admin.Get($"/admin/explain?end={escaped}&older={escaped}")).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_no_admin_sees_neither()
    {
        var moderator = await App.SignedIn(Mine, await App.AddMember(Mine, "nour", Roles.Moderator));

        foreach (var path in new[] { "/admin/numbers", "/admin/numbers?handler=File&table=words", "/admin/explain", "/admin/explain/abcdefghij" })
            Assert.Equal("/not-yours", (await moderator.Get(path)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_ladder_is_tried_before_it_is_saved()
    {
        var maya = await Volunteer();
        var tried = await (await Admin.Press("/admin/questions", "Ladder", ("press", "rehearse"), ("Ladder.Rungs[0].Offer", "7"))).Content.ReadAsStringAsync();
        tried = System.Net.WebUtility.HtmlDecode(tried);
        Assert.Contains("At once:</b> offered to maya", tried);
        Assert.Contains("After 7 s:", tried);
        Assert.Contains("Our team is skipped: its hours are open, but nobody of it is here", tried);

        var form = await Admin.Form("/admin/questions", "Ladder");
        var part = await (await Admin.Send(HttpMethod.Post, "/admin/questions?handler=Rehearse", new FormUrlEncodedContent(form.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).Content.ReadAsStringAsync();
        part = System.Net.WebUtility.HtmlDecode(part);
        Assert.StartsWith("<ol", part.Trim());
        Assert.Contains("After 15 s:", part);

        Assert.Equal(Ladder.Default.Rungs, (await Site()).Ladder.Rungs);
        await Saved(await Admin.Press("/admin/questions", "Hours", ("Hours.Always", "false"), ("Hours.TimeZone", "Europe/Paris"), ("Hours.Days[6].From", "09:30"), ("Hours.Days[6].To", "12:00")));
        Assert.Contains("closed until Sunday 8 March, 09:30", await Page("/admin/questions"));
        await App.Get<Presence>().Left($"{maya.Id}", TimeSpan.Zero);
    }

    private async Task<string> Page(string path)
    {
        var answer = await Admin.Get(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> File(string table, string holds)
    {
        var answer = await Admin.Get($"/admin/numbers?handler=File&table={table}&days=7");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".csv", answer.Content.Headers.ContentDisposition!.FileName);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(holds, text);
        return text;
    }

    private async Task<Member> Volunteer()
    {
        var maya = await App.AddMember(Mine, "maya", Roles.SuperUser);
        await App.Get<SetAvailability>().Run(new(Mine, maya), available: true);
        await App.Get<Presence>().Joined($"{maya.Id}", new MemberCaller(Mine, maya));
        return maya;
    }

    private async Task<string> Answered(string words)
    {
        var maya = new MemberCaller(Mine, await Volunteer());
        var token = (await App.Get<VisitorStore>().Welcome(Mine.Id)).Value!.Token;
        var visitor = new VisitorCaller(Mine, (await App.Get<VisitorStore>().ByToken(Mine.Id, token))!);
        var id = (await App.Get<AskQuestion>().Run(visitor, new(Key(), "Does it dim?"))).Value!.Thread.ThreadId;
        var offer = await Offer(maya.Id);
        Assert.NotNull((await App.Get<AcceptOffer>().Run(maya, offer)).Value);
        var thread = await App.Get<CommunityWidget.Threads.ThreadStore>().Find(Mine.Id, id);
        Assert.NotNull((await App.Get<SendMessage>().Run(maya, new(id, Key(), "It does.", thread!.Fence))).Value);
        Assert.NotNull((await App.Get<RateThread>().Run(visitor, new(id, 5, words))).Value);
        await App.Get<Presence>().Left($"{maya.Id}", TimeSpan.Zero);
        return id;
    }

    // The program's own worker offers it.
    private async Task<Guid> Offer(Guid member)
    {
        Guid? offer = null;
        await Eventually.Holds(async () =>
        {
            App.Clock.Advance(TimeSpan.FromMilliseconds(10));
            offer = await App.Get<Db>().Find<Guid?>("select id from offers where member = @member and state = 'open'", new { member });
            return offer is not null;
        });
        return offer!.Value;
    }

    private static string Key() => Secret.New()[..20].Replace('_', 'x').Replace('-', 'x');
}
