using System.Text.RegularExpressions;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>A button of an owner's that is pressed twice, or a page that is sent again: what is shown once is made once.</summary>
public sealed partial class PressedTwiceTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/integrations";

    private static readonly (string, string)[] Hook = [("Webhook.Address", "https://shop.example/events"), ("Webhook.Events", "thread.waiting")];

    private static readonly (string, string)[] Key = [("Key.Name", "Help desk"), ("Key.Scopes", "read")];

    [Fact]
    public async Task A_webhook_is_added_once_and_the_second_answer_shows_the_same_secret()
    {
        var send = await Typed(Page, "Add", Hook);

        Assert.Equal(await Secret(await send()), await Secret(await send()));
        Assert.Single(await Hooks());
        await Refuses(send);
        Assert.Single(await Hooks());
    }

    [Fact]
    public async Task Two_presses_at_once_are_one_too()
    {
        foreach (var (form, fields) in new[] { ("Add", Hook), ("Key", Key) })
        {
            var send = await Typed(Page, form, fields);
            var answers = await Task.WhenAll(send(), send());
            Assert.Equal(await Secret(answers[0]), await Secret(answers[1]));
        }
        Assert.Equal((1, 1), ((await Hooks()).Count, (await Keys()).Count));
    }

    [Fact]
    public async Task The_last_one_there_may_be_is_too()
    {
        for (var before = 1; before < CommunityWidget.Admin.ChangeWebhook.Most; before++) await Admin.Press(Page, "Add", Hook);
        var send = await Typed(Page, "Add", Hook);

        Assert.Equal(await Secret(await send()), await Secret(await send()));
    }

    [Fact]
    public async Task A_key_is_made_once_and_the_second_answer_shows_the_same_text()
    {
        var send = await Typed(Page, "Key", Key);

        Assert.Equal(await Secret(await send()), await Secret(await send()));
        Assert.Single(await Keys());
        await Refuses(send);
        Assert.Single(await Keys());
    }

    [Fact]
    public async Task A_secret_is_replaced_once_so_that_the_one_that_signs_for_the_shop_goes_on()
    {
        await Admin.Press(Page, "Add", Hook);
        var before = Assert.Single(await Hooks());
        var send = await Typed($"{Page}/{before.Id}", "Rotate");

        Assert.Equal(await Secret(await send()), await Secret(await send()));
        Assert.Equal(before.Secret, (await Hooks())[0].OldSecret);
        await Refuses(send);
        Assert.Equal(before.Secret, (await Hooks())[0].OldSecret);
    }

    [Theory]
    [InlineData("Add"), InlineData("Key")]
    public async Task A_form_that_is_not_ours_makes_nothing(string form)
    {
        foreach (var next in new[] { "", "mine", await Sealed(form == "Add" ? "Key" : "Add") })
            await Refused(await Admin.Press(Page, form, [.. Hook, .. Key, ("next", next)]), 409);
        Assert.Empty(await Hooks());
        Assert.Empty(await Keys());
    }

    // The same form again and again, as it was shown.
    private async Task<Func<Task<HttpResponseMessage>>> Typed(string page, string handler, params (string Name, string Value)[] fields)
    {
        var (action, shown) = await Admin.Form(page, handler);
        var replaced = fields.Select(field => field.Name).ToHashSet();
        var sent = shown.Where(field => !replaced.Contains(field.Name)).Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        return () => Admin.Send(HttpMethod.Post, action, new FormUrlEncodedContent(sent));
    }

    private async Task<string> Sealed(string form) => (await Admin.Form(Page, form)).Fields.Single(field => field.Name == "next").Value;

    private async Task Refuses(Func<Task<HttpResponseMessage>> send)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(Secrets().Matches(await Refused(await send(), 409)));
    }

    private static async Task<string> Secret(HttpResponseMessage answer)
    {
        Assert.Equal(200, (int)answer.StatusCode);
        return Assert.Single(Secrets().Matches(System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()))).Value;
    }

    private Task<IReadOnlyList<Webhook>> Hooks() => App.Get<WebhookStore>().OfSite(Mine.Id);

    private Task<IReadOnlyList<ApiKey>> Keys() => App.Get<ApiKeyStore>().OfSite(Mine.Id);

    [GeneratedRegex("<code id=\"once\">[^<]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secrets();
}
