using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People.Brand;

/// <summary>The brand says who a member is; it makes nobody a member, and nobody more than they were.</summary>
public sealed class BrandSignInTests(BrandShop shop) : IClassFixture<BrandShop>
{
    private static readonly HttpClient Provider = new(new HttpClientHandler { AllowAutoRedirect = false });

    private TestApp App => shop.App;

    [Fact]
    public async Task An_invited_member_is_known_by_a_verified_address_and_from_then_on_by_who_they_are()
    {
        var zoe = await Member("zoe");
        var browser = App.Browser();
        Assert.Equal("/console", await SignIn(browser));
        Assert.Equal(200, (int)(await browser.Get("/console")).StatusCode);

        // Another address there changes nothing here.
        shop.Provider.Email = "renamed@people.example";
        Assert.Equal("/console", await SignIn(App.Browser()));
        Assert.Equal((zoe.Roles, zoe.Email), ((await Row(zoe)).Roles, (await Row(zoe)).Email));

        // Written down once, when it began.
        Assert.Equal(["member.linked"], await App.Get<Db>().Query<string>("select action from audit where actor = @Id and outcome = 'changed'", zoe));
        await browser.Press("/account", "Unlink");
        Assert.Equal("/sign-in?brand=unknown&site=lumen", await SignIn(App.Browser()));
    }

    [Theory]
    [InlineData("unverified"), InlineData("verified as a word")]
    [InlineData("wrong issuer"), InlineData("another audience"), InlineData("another nonce")]
    [InlineData("made for another"), InlineData("made for another of several"), InlineData("of several and made for nobody"), InlineData("another person told"), InlineData("a stranger"), InlineData("named by no text"), InlineData("at an address of no text")]
    public async Task Whoever_is_not_vouched_for_stays_outside(string what)
    {
        var zoe = await Member("zoe");
        switch (what)
        {
            case "unverified": shop.Provider.Verified = false; break;
            case "verified as a word": shop.Provider.Verified = "maybe"; break;
            case "wrong issuer": shop.Provider.SaidIssuer = "https://evil.example"; break;
            case "another audience": shop.Provider.SaidAudience = "another client"; break;
            case "made for another": shop.Provider.SaidParty = "another client"; break;
            case "made for another of several": (shop.Provider.SaidAudience, shop.Provider.SaidParty) = (Several, "another client"); break;
            case "of several and made for nobody": shop.Provider.SaidAudience = Several; break;
            case "another nonce": shop.Provider.SaidNonce = "replayed"; break;
            case "another person told": shop.Provider.SaidSubject = "person-2"; break;
            case "named by no text": shop.Provider.Subject = "person\0-1"; break;
            case "at an address of no text": shop.Provider.Email = "zoe\0@people.example"; break;
            default: shop.Provider.Email = "nobody@people.example"; break;
        }
        var browser = App.Browser();
        Assert.StartsWith("/sign-in?brand=", await SignIn(browser));
        Assert.StartsWith("/sign-in", (await browser.Get("/console")).Headers.Location!.OriginalString);
        Assert.Equal(0, await App.Get<Db>().Find<long>("select count(*) from member_logins where member = @Id", zoe));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_token_that_says_it_was_made_for_us_is_ours_also_among_several(bool several)
    {
        await Member("zoe");
        (shop.Provider.SaidAudience, shop.Provider.SaidParty) = (several ? Several : null, BrandProvider.ClientId);

        Assert.Equal("/console", await SignIn(App.Browser()));
    }

    [Fact]
    public async Task A_stolen_code_and_a_made_up_state_open_nothing()
    {
        await Member("zoe");
        var victim = App.Browser();
        var way = await Way(victim);
        // The code in another browser, which never asked for it.
        Assert.Equal("/sign-in?brand=failed&site=lumen", (await App.Browser().Get(way)).Headers.Location!.OriginalString);
        // A state of another try.
        var thief = App.Browser();
        var (mine, theirs) = (await Way(thief), await Way(App.Browser()));
        var mixed = mine.Split("state=")[0] + "state=" + theirs.Split("state=")[1];
        Assert.Equal("/sign-in?brand=failed&site=lumen", (await thief.Get(mixed)).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in?brand=failed", (await thief.Get("/sign-in/brand/return?code=abc")).Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in", (await thief.Get("/console")).Headers.Location!.OriginalString);
        // Used once by its owner, and never again.
        Assert.Equal("/console", (await victim.Get(way)).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in?brand=failed&site=lumen", (await victim.Get(way)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_signed_in_member_links_themselves_and_nobody_takes_that_over()
    {
        var (zoe, ada) = (await Member("zoe"), await App.AddMember(shop.Site, "ada", Roles.Admin));
        shop.Provider.Email = "private@home.example";
        var browser = await App.SignedIn(shop.Site, zoe);
        // From a page elsewhere, which could have signed the browser in at the provider as somebody else.
        Assert.Equal("/account", (await browser.Get("/sign-in/brand?link=true", ("Sec-Fetch-Site", "cross-site"))).Headers.Location!.OriginalString);
        Assert.Equal("/account", (await browser.Get("/sign-in/brand?link=true")).Headers.Location!.OriginalString);

        Assert.Equal("/account", await SignIn(browser.Through(FromOurPage), "/sign-in/brand?link=true"));
        Assert.Equal("/console", await SignIn(App.Browser()));
        Assert.Equal("/account?brand=unknown", await SignIn((await App.SignedIn(shop.Site, ada)).Through(FromOurPage), "/sign-in/brand?link=true"));
        Assert.Equal("/sign-in", (await App.Browser().Get("/sign-in/brand?link=true")).Headers.Location!.OriginalString);
    }

    private static readonly string[] Several = [BrandProvider.ClientId, "another client"];

    private static readonly (string, string) FromOurPage = ("Sec-Fetch-Site", "same-origin");

    private async Task<Member> Member(string name)
    {
        shop.Provider.Subject = Secret.New();
        (shop.Provider.Verified, shop.Provider.SaidIssuer, shop.Provider.SaidAudience, shop.Provider.SaidParty, shop.Provider.SaidNonce, shop.Provider.SaidSubject) = (true, null, null, null, null, null);
        var member = await App.AddMember(shop.Site, name, Roles.SuperUser);
        shop.Provider.Email = member.Email.ToUpperInvariant();
        return member;
    }

    private static async Task<string> Way(Browser browser, string from = "/sign-in/brand?site=lumen")
    {
        var asked = (await browser.Get(from)).Headers.Location!;
        return (await Provider.GetAsync(asked)).Headers.Location!.PathAndQuery;
    }

    private static async Task<string> SignIn(Browser browser, string from = "/sign-in/brand?site=lumen") =>
        (await browser.Get(await Way(browser, from))).Headers.Location!.OriginalString;

    private async Task<Member> Row(Member member) => (await App.Get<MemberStore>().Find(member.Id))!;
}

/// <summary>One shop whose brand has a provider.</summary>
public sealed class BrandShop : IAsyncLifetime
{
    public BrandProvider Provider { get; private set; } = null!;

    public TestApp App { get; private set; } = null!;

    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await BrandProvider.Start();
        App = TestApp.Start(settings: Provider.Settings());
        Site = await App.AddSite("lumen");
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
