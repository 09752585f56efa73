using System.Text.RegularExpressions;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Admin;

/// <summary>An owner sets up what their own programs hear and may do; secrets are shown once.</summary>
public sealed partial class IntegrationPageTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/integrations";

    private static readonly (string, string)[] Good = [("Webhook.Address", "https://shop.example/events"), ("Webhook.Events", "thread.waiting"), ("Webhook.Events", "message.added")];

    [Fact]
    public async Task A_webhook_is_added_its_secret_shown_once_paused_and_deleted_and_each_is_taken_back()
    {
        var made = await Text(await Admin.Press(Page, "Add", Good));
        var secret = Secrets().Match(made).Value;
        Assert.StartsWith("whsec_", secret);
        Assert.DoesNotContain("whsec_", await Text(await Admin.Get(Page)));
        var hook = Assert.Single(await Hooks());
        Assert.Equal(("https://shop.example/events", "thread.waiting message.added", false), (hook.Address, hook.Events, hook.WithText));

        var own = $"{Page}/{hook.Id}";
        var page = await Saved(await Admin.Press(own, "Pause"));
        Assert.NotNull((await Hooks())[0].PausedAt);
        Assert.Contains("Undo", page);
        await Saved(await Admin.Press(own, "Resume"));
        Assert.Null((await Hooks())[0].PausedAt);
        await Saved(await Admin.Press(own, "Save", ("Webhook.Address", "https://shop.example/other"), ("Webhook.WithText", "true")));
        Assert.Equal(("https://shop.example/other", true), ((await Hooks())[0].Address, (await Hooks())[0].WithText));

        var deleted = (await Admin.Press(own, "Delete")).Headers.Location!.OriginalString;
        Assert.Empty(await Hooks());
        Assert.Equal(404, (int)(await Admin.Get(own)).StatusCode);
        await Saved(await Admin.Press(deleted, "Undo"));
        Assert.Equal("https://shop.example/other", Assert.Single(await Hooks()).Address);
        Assert.Contains("deleted a webhook (taken back)", await Text(await Admin.Get("/admin/changes")));
    }

    [Fact]
    public async Task What_another_admin_changed_meanwhile_is_not_overwritten_unseen()
    {
        await Admin.Press(Page, "Add", Good);
        var own = $"{Page}/{(await Hooks())[0].Id}";
        await Saved(await Admin.Press(own, "Pause"));
        await Saved(await Admin.Press(own, "Save", ("Webhook.WithText", "true")));

        var page = await Refused(await Admin.Press(own, "Save", ("seen", "what it was before"), ("Webhook.Address", "https://shop.example/mine")), 409);

        Assert.Contains("value=\"https://shop.example/mine\"", page);
        Assert.Equal(("https://shop.example/events", true), ((await Hooks())[0].Address, (await Hooks())[0].WithText));
    }

    [Fact]
    public async Task A_new_secret_is_shown_once_and_the_old_one_goes_on_for_a_day()
    {
        await Admin.Press(Page, "Add", Good);
        var before = Assert.Single(await Hooks());

        var page = await Text(await Admin.Press($"{Page}/{before.Id}", "Rotate"));

        Assert.Contains("whsec_", page);
        var after = Assert.Single(await Hooks());
        Assert.Equal((before.Secret, App.Clock.NowMs + 86_400_000), (after.OldSecret, after.OldSecretUntil));
    }

    [Theory]
    [InlineData("http://shop.example/", "Others could read along")]
    [InlineData("https://10.0.0.7/", "leads into a private network")]
    [InlineData("shop.example", "Write a whole address")]
    public async Task An_address_that_will_not_do_is_refused_with_what_to_do_and_kept(string address, string sentence)
    {
        var page = await Refused(await Admin.Press(Page, "Add", ("Webhook.Address", address), ("Webhook.Events", "thread.closed")));

        Assert.Contains(sentence, page);
        Assert.Contains($"value=\"{address}\"", page);
        Assert.Empty(await Hooks());
    }

    [Fact]
    public async Task A_test_event_says_at_once_what_came_of_it_and_stands_in_the_log()
    {
        await Admin.Press(Page, "Add", [.. Good.Skip(1), ("Webhook.Address", "https://no-such-host.invalid/")]);
        var hook = Assert.Single(await Hooks());

        var page = await Text(await Admin.Press($"{Page}/{hook.Id}", "Test"));

        Assert.Contains("The test event did not arrive: no connection.", page);
        Assert.Contains("Failed", page);
        Assert.Equal(0, await App.Get<DeliveryStore>().Replay(hook.Id, only: null));
    }

    [Fact]
    public async Task What_there_was_nothing_to_say_of_any_more_is_not_told_as_delivered()
    {
        await Admin.Press(Page, "Add", Good);
        var hook = Assert.Single(await Hooks());
        await App.Get<DeliveryStore>().Add(new() { Webhook = hook.Id, Event = "gone-1-event", Thread = App.Clock.NewId(), Seq = 1, Kind = SubscribedKinds.Message, DueAt = App.Clock.NowMs, CreatedAt = App.Clock.NowMs });
        await App.Get<DeliverWebhooks>().Run(hook.Id);

        var page = await Text(await Admin.Get($"{Page}/{hook.Id}"));

        Assert.Contains("Not sent: nothing to say any more", page);
        Assert.DoesNotContain("Delivered", page);
    }

    [Fact]
    public async Task A_key_is_shown_once_revoked_and_taken_back()
    {
        var page = await Text(await Admin.Press(Page, "Key", ("Key.Name", "Help desk"), ("Key.Scopes", "read"), ("Key.Scopes", "answer")));
        var text = Keys().Match(page).Value;
        var key = Assert.Single(await App.Get<ApiKeyStore>().OfSite(Mine.Id));
        Assert.Equal((text[..12], Secret.Hash(text)), (key.Prefix, key.KeyHash));
        var author = (await App.Get<MemberStore>().Find(key.Member))!;
        Assert.Equal(("Help desk", Roles.Agent, null), (author.Name, author.Roles, author.Password));
        Assert.DoesNotContain(text, await Text(await Admin.Get(Page)));

        var revoked = (await Admin.Press(Page, "Revoke", ("id", $"{key.Id}"))).Headers.Location!.OriginalString;
        Assert.Empty(await App.Get<ApiKeyStore>().OfSite(Mine.Id));
        await Saved(await Admin.Press(revoked, "Undo"));
        Assert.Single(await App.Get<ApiKeyStore>().OfSite(Mine.Id));
    }

    [Fact]
    public async Task Nobody_but_an_admin_and_nobody_from_next_door_reaches_a_webhook()
    {
        await Admin.Press(Page, "Add", Good);
        var own = $"{Page}/{(await Hooks())[0].Id}";
        using var neighbour = await App.SignedIn(Theirs, await App.AddMember(Theirs, "bo", Roles.Admin));
        using var agent = await App.SignedIn(Mine, await App.AddMember(Mine, "sam", $"{Roles.Agent} {Roles.Moderator}"));

        Assert.Equal(404, (int)(await neighbour.Get(own)).StatusCode);
        Assert.Equal("/not-yours", (await agent.Get(own)).Headers.Location!.OriginalString);
        Assert.Equal("/not-yours", (await agent.Get(Page)).Headers.Location!.OriginalString);
        // Their names are of no use next door either.
        await neighbour.Press(Page, "Key", ("Key.Name", "x"), ("Key.Scopes", "read"), ("Key.ActsAs", $"{Ada.Id}"));
        Assert.Empty(await App.Get<ApiKeyStore>().OfSite(Theirs.Id));
    }

    private Task<IReadOnlyList<Webhook>> Hooks() => App.Get<WebhookStore>().OfSite(Mine.Id);

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        Assert.Equal(200, (int)answer.StatusCode);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secrets();

    [GeneratedRegex("cwk_[A-Za-z0-9_-]{20,}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Keys();
}
