using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using static System.Net.WebUtility;

namespace CommunityWidget.Tests.Admin;

/// <summary>A site's own words and thresholds, and the box that says what would become of a phrase.</summary>
public sealed class JudgingSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/judging";

    [Fact]
    public async Task Words_and_thresholds_are_kept_and_heard_at_once()
    {
        await Saved(await Admin.Press(Page, "Judging", ("Judging.refused", "zorglub*\r\n\r\n zorglub* "), ("Judging.held", "wombat trade"), ("Judging.allowed", ""), ("Judging.english", "80 %"), ("Judging.french", "")));

        Assert.Equal(new Judging("zorglub*", "wombat trade", "", 80, null), (await Site()).Judging);
        Assert.Contains("data-said=\"refused\"", await Said("He likes zorglubs"));
        Assert.Contains("data-said=\"held\"", await Said("The wombat trade goes on"));
    }

    [Fact]
    public async Task A_phrase_is_judged_explained_and_kept_nowhere()
    {
        Assert.Contains("data-said=\"passed\"", await Said("Your delivery is late again, I am very disappointed."));
        var masked = await Said("Call me on 06 12 34 56 78, please.");
        Assert.Contains("data-said=\"masked\"", masked);
        Assert.Contains("Call me on [phone], please.", masked);
        Assert.Contains("an insult", await Said("You are an idiot."));
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_said_and_every_letter_is_kept()
    {
        var page = HtmlDecode(await Refused(await Admin.Press(Page, "Judging", ("Judging.refused", "fine\n***\nf*"), ("Judging.held", ""), ("Judging.allowed", ""), ("Judging.english", "120"), ("Judging.french", ""))));

        Assert.Contains("“***” cannot be looked for", page);
        Assert.Contains("“f*” cannot be looked for", page);
        Assert.Contains("Write a whole number from 1 to 100.", page);
        Assert.Contains("fine\n***", page);
        Assert.Contains("value=\"120\"", page);
    }

    [Fact]
    public async Task A_phrase_is_judged_by_the_words_as_they_stand_in_the_form_which_nobody_keeps_and_which_stay_there()
    {
        await Saved(await Admin.Press(Page, "Judging", ("Judging.refused", "zorglub*"), ("Judging.held", "wombat"), ("Judging.allowed", ""), ("Judging.english", "80"), ("Judging.french", "")));

        var page = HtmlDecode(await (await Admin.Press(Page, "Try", ("phrase", "The quokkas like zorglubs"), ("Judging.refused", ""), ("Judging.held", "quokka*"), ("Judging.english", "70"))).Content.ReadAsStringAsync());

        Assert.Contains("data-said=\"held\"", page);
        Assert.Contains("it holds from 70 %", page);
        Assert.Contains(">quokka*</textarea>", page);
        Assert.DoesNotContain("wombat", page);
        Assert.Equal(new Judging("zorglub*", "wombat", "", 80, null), (await Site()).Judging);
        // Nor are they what messages are judged by from then on.
        Assert.Contains("data-said=\"refused\"", await Said("The quokkas like zorglubs"));
    }

    [Theory]
    [InlineData("Try")]
    [InlineData("Judging")]
    public async Task A_wrong_percentage_stays_where_the_lists_are_emptied(string button)
    {
        await Saved(await Admin.Press(Page, "Judging", ("Judging.refused", "zorglub*"), ("Judging.held", ""), ("Judging.allowed", ""), ("Judging.english", "80"), ("Judging.french", "")));

        var page = HtmlDecode(await Refused(await Admin.Press(Page, button, ("phrase", "He likes zorglubs"), ("Judging.refused", ""), ("Judging.english", "120"))));

        Assert.Contains("Write a whole number from 1 to 100.", page);
        Assert.Contains("value=\"120\"", page);
        Assert.DoesNotContain("zorglub*", page);
        Assert.Contains(">He likes zorglubs</textarea>", page);
    }

    [Fact]
    public async Task A_form_that_a_phrase_was_tried_in_still_knows_what_it_was_opened_on()
    {
        var opened = await Admin.Form(Page, "Try");
        await Saved(await Admin.Press(Page, "Judging", ("Judging.refused", "another*"), ("Judging.held", ""), ("Judging.allowed", ""), ("Judging.english", ""), ("Judging.french", "")));

        var tried = await Admin.Send(HttpMethod.Post, opened.Action, new FormUrlEncodedContent(opened.Fields.Select(field => KeyValuePair.Create(field.Name, field.Name == "phrase" ? "Hello" : field.Value))));
        var again = Browser.FormIn(await tried.Content.ReadAsStringAsync(), "Judging");
        await Refused(await Admin.Send(HttpMethod.Post, again.Action, new FormUrlEncodedContent(again.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))), status: 409);

        Assert.Equal("another*", (await Site()).Judging.Refused);
    }

    private async Task<string> Said(string phrase) => HtmlDecode(await (await Admin.Press(Page, "Try", ("phrase", phrase))).Content.ReadAsStringAsync());
}
