using System.Net;
using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>The keys a shop names its customers with: never more than five, and where the last one goes while nobody else is served, the page says what that means.</summary>
public sealed class IdentityPageTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/identity";

    [Theory]
    [InlineData("en", "Nobody can ask or read now")]
    [InlineData("fr", "Personne ne peut plus demander ni lire")]
    public async Task The_last_key_revoked_while_only_customers_are_served_shuts_everybody_out_and_the_page_says_so_beside_the_way_back(string language, string said)
    {
        var page = $"{Page}?lang={language}";
        await Admin.Press(page, "Secret");
        await Saved(await Admin.Press(page, "Required", ("required", "true")));
        Assert.DoesNotContain(said, await Words(page));
        var key = Assert.Single(await Keys());

        var after = await Saved(await Admin.Press(page, "Revoke", ("id", key.Id.ToString())));

        Assert.Contains(said, WebUtility.HtmlDecode(after));
        Assert.Contains("handler=Undo", after);
        // Also for whoever comes later, until there is a key again or everybody is served.
        Assert.Contains(said, await Words(page));
        await Admin.Press(page, "Secret");
        Assert.DoesNotContain(said, await Words(page));
        await Admin.Press(page, "Revoke", ("id", Assert.Single(await Keys()).Id.ToString()));
        await Saved(await Admin.Press(page, "Required", ("required", "false")));
        Assert.DoesNotContain(said, await Words(page));
    }

    [Fact]
    public async Task Presses_at_once_make_five_keys_and_no_sixth()
    {
        var change = App.Get<ChangeIdentity>();
        var ada = new MemberCaller(Mine, Ada);

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => change.MakeSecret(ada))));

        Assert.Equal((ChangeIdentity.Most, ChangeIdentity.Most), (replies.Count(reply => reply.Value is not null), (await Keys()).Count));
        Assert.All(replies.Where(reply => reply.Value is null), reply => Assert.Equal(Refusals.TooManyIdentityKeys, reply.Refusal));
    }

    [Fact]
    public async Task A_revoked_key_does_not_come_back_as_the_sixth()
    {
        var (change, undo) = (App.Get<ChangeIdentity>(), App.Get<UndoChange>());
        var ada = new MemberCaller(Mine, Ada);
        for (var one = 0; one < ChangeIdentity.Most; one++) Assert.NotNull((await change.MakeSecret(ada)).Value);
        var revoked = (await change.Revoke(ada, (await Keys())[0].Id)).Value!.Change!.Value;
        var more = (await change.MakeSecret(ada)).Value!;

        Assert.Equal(Refusals.TooManyIdentityKeys, (await undo.Run(ada, revoked)).Refusal);
        Assert.Equal(ChangeIdentity.Most, (await Keys()).Count);

        // Where there is room again it does.
        await change.Revoke(ada, more.Key.Id);
        Assert.NotNull((await undo.Run(ada, revoked)).Value);
    }

    private Task<IReadOnlyList<IdentityKey>> Keys() => App.Get<IdentityKeys>().OfSite(Mine.Id);

    private async Task<string> Words(string path) => WebUtility.HtmlDecode(await (await Admin.Get(path)).Content.ReadAsStringAsync());
}
