using System.Net;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whoever works in a part of the queue, or beyond its first drafts, stays there whatever they press, and keeps what they typed.</summary>
public sealed class QueuePartTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Rude = "Only with the new bulb, you idiot. You are an idiot.";

    [Fact]
    public async Task What_was_typed_into_the_twenty_first_draft_stands_there_when_it_is_refused()
    {
        var (pages, moderator, _) = await Open();
        await using var closed = pages;
        for (var i = 1; i <= ReviewQueue.PageSize; i++) await pages.Draft($"Does lamp {i} dim?", $"Only with bulb {i}.");
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var more = await More(moderator);
        Assert.Equal([draft.PublicId], await Shown(moderator, more));

        var refused = await Send(moderator, await moderator.Form(more, "Save"), ("Answers[0]", Rude));

        Assert.False(refused.IsSuccessStatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Equal([draft.PublicId], Ids(html));
        Assert.Contains($">{Rude}</textarea>", html);
        // What the page's script asks before several are decided, or the page is left.
        Assert.Contains("data-refused=\"true\" data-unsaved=\"true\"", html);
        Assert.Contains("data-refused=\"false\" data-unsaved=\"false\"", await (await moderator.Get(more)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_was_typed_stands_there_too_where_somebody_else_looks_after_the_draft_by_now()
    {
        var (pages, moderator, me) = await Open();
        await using var closed = pages;
        var (mine, other) = (await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb."), await pages.Draft("Which bulb fits the lamp?", "Any with an E27 base."));
        var assign = app.Get<SendBack>();
        foreach (var one in new[] { mine, other }) Assert.NotNull((await assign.Assign(pages.Moderator, one.PublicId, me.Id)).Value);
        var form = await moderator.Form("/moderation?show=mine", "Save");
        Assert.NotNull((await assign.Assign(pages.Moderator, mine.PublicId, pages.Moderator.Id)).Value);

        var refused = await Send(moderator, form, ("Answers[0]", Rude));

        var html = await refused.Content.ReadAsStringAsync();
        Assert.Equal([mine.PublicId, other.PublicId], Ids(html));
        Assert.Contains($">{Rude}</textarea>", html);
    }

    [Fact]
    public async Task Whatever_is_pressed_leads_back_to_where_it_was_and_to_the_beginning_when_all_of_it_is_decided()
    {
        var (pages, moderator, _) = await Open();
        await using var closed = pages;
        var drafts = new List<Edition>();
        foreach (var lamp in new[] { "brass", "glass", "steel" }) drafts.Add(await pages.Draft($"Does the lamp of {lamp} dim?", $"Only the new one of {lamp}."));
        var behind = $"/moderation?after={drafts[0].ProposedAt}.{drafts[0].Id}";
        var there = drafts[1..].Select(draft => draft.PublicId);
        Assert.Equal(there, await Shown(moderator, behind));

        var rejected = await Pressed(moderator, behind, "Reject");
        Assert.Equal([drafts[2].PublicId], await Shown(moderator, rejected));
        Assert.Equal([drafts[2].PublicId], await Shown(moderator, await Pressed(moderator, rejected, "Save")));
        Assert.Equal(there, await Shown(moderator, (await moderator.Press(rejected, "Undo")).Headers.Location!.OriginalString));

        await Pressed(moderator, behind, "Reject");
        Assert.Equal([drafts[0].PublicId], await Shown(moderator, await Pressed(moderator, behind, "Reject")));
    }

    [Theory]
    [InlineData("Reject", "")]
    [InlineData("Reject", "fr")]
    [InlineData("Save", "fr")]
    public async Task Undo_and_Save_stay_with_ones_own_drafts_and_in_ones_own_language(string button, string language)
    {
        var (pages, moderator, me) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        Assert.NotNull((await app.Get<SendBack>().Assign(pages.Moderator, draft.PublicId, me.Id)).Value);

        var there = await Pressed(moderator, $"/moderation?show=mine{(language == "" ? "" : $"&lang={language}")}", button);
        if (button == "Reject") there = (await moderator.Press(there, "Undo")).Headers.Location!.OriginalString;

        var address = new Uri(app.Address, there);
        Assert.Contains("show=mine", address.Query);
        Assert.Equal(language != "", address.Query.Contains("lang=fr", StringComparison.Ordinal));
        Assert.Equal(button == "Save" ? $"#d-{draft.PublicId}" : "", address.Fragment);
    }

    private static async Task<string> More(Browser moderator)
    {
        using var document = new HtmlParser().ParseDocument(await (await moderator.Get("/moderation")).Content.ReadAsStringAsync());
        return document.QuerySelector("a[href*='after=']")!.GetAttribute("href")!;
    }

    private static async Task<IReadOnlyList<string>> Shown(Browser moderator, string path) => Ids(await (await moderator.Get(path)).Content.ReadAsStringAsync());

    private static IReadOnlyList<string> Ids(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return [.. document.QuerySelectorAll("li.draft").Select(draft => draft.Id![2..])];
    }

    // A button of the first draft's form as it stands there, to where it leads.
    private static async Task<string> Pressed(Browser moderator, string path, string button)
    {
        var told = await Send(moderator, await moderator.Form(path, button));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        return told.Headers.Location!.OriginalString;
    }

    private static Task<HttpResponseMessage> Send(Browser moderator, (string Action, IReadOnlyList<(string Name, string Value)> Fields) form, params (string Name, string Value)[] with) => moderator.Send(
        HttpMethod.Post, form.Action, new FormUrlEncodedContent(form.Fields.Where(field => with.All(one => one.Name != field.Name)).Concat(with).Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<(ShopPages Pages, Browser Moderator, Member Me)> Open()
    {
        var shop = await app.Open();
        var me = await shop.Add(Roles.Moderator);
        return (new ShopPages(app, shop), new Browser(app.Address).With(await shop.SignIn(me)), me);
    }
}
