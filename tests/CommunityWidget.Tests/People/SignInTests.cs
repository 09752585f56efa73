using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

public sealed class SignInTests(TwoShops shops) : IClassFixture<TwoShops>, IAsyncLifetime
{
    private readonly TestApp _app = shops.App;
    private readonly CommunityWidget.Sites.Site _lamps = shops.Lamps, _books = shops.Books;
    private CommunityWidget.People.Member _zoe = null!;

    public async Task InitializeAsync() => _zoe = await _app.AddMember(_lamps, "zoe", Roles.SuperUser);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_right_password_opens_the_member_s_own_page()
    {
        var answer = await Try(_lamps, _zoe.Email, TestApp.Password);

        Assert.Equal("/console", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("cw_member=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Fact]
    public async Task An_account_of_one_site_opens_nothing_on_another() =>
        Assert.Equal(401, (int)(await Try(_books, _zoe.Email, TestApp.Password)).StatusCode);

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_fifteen_minutes()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(401, (int)(await Try(_lamps, _zoe.Email, "not it at all")).StatusCode);

        Assert.Equal(429, (int)(await Try(_lamps, _zoe.Email, TestApp.Password)).StatusCode);
        _app.Clock.Skip(TimeSpan.FromMinutes(14));
        Assert.Equal(429, (int)(await Try(_lamps, _zoe.Email, TestApp.Password)).StatusCode);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(302, (int)(await Try(_lamps, _zoe.Email, TestApp.Password)).StatusCode);
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_no_more_than_five()
    {
        var signIn = _app.Get<CommunityWidget.People.SignIn>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => signIn.Check(_lamps.Id, _zoe.Email, "not it at all")));

        Assert.Equal(5, answers.Count(a => a.Refusal == Refusals.WrongPassword));
        Assert.Equal(15, answers.Count(a => a.Refusal == Refusals.LockedOut));
    }

    [Fact]
    public async Task An_unknown_e_mail_is_answered_like_a_known_one_to_the_letter()
    {
        for (var i = 0; i < 7; i++)
        {
            var known = await Try(_lamps, _zoe.Email, "not it at all");
            var unknown = await Try(_lamps, $"who-{_zoe.Email}", "not it at all");

            Assert.Equal(known.StatusCode, unknown.StatusCode);
            Assert.Equal(Words(await known.Content.ReadAsStringAsync()), Words(await unknown.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_lock_on_one_site_leaves_the_other_alone()
    {
        var twin = await _app.AddMember(_books, "zoe", Roles.SuperUser, _zoe.Email);
        for (var i = 0; i < 6; i++) await Try(_lamps, _zoe.Email, "not it at all");

        Assert.Equal(302, (int)(await Try(_books, twin.Email, TestApp.Password)).StatusCode);
    }

    [Theory]
    [InlineData("sign_in_stamp = 'another'")]
    [InlineData("suspended_until = 99999999999999")]
    public async Task A_session_ends_at_once_when_the_row_says_so(string change)
    {
        var browser = await _app.SignedIn(_lamps, _zoe);
        Assert.Equal(200, (int)(await browser.Get("/console")).StatusCode);

        await _app.Get<Db>().Write<Done>(async tx =>
        {
            await tx.Execute($"update members set {change} where id = @Id", _zoe);
            return Done.It;
        });

        Assert.StartsWith("/sign-in", (await browser.Get("/console")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_foreign_page_cannot_do_it()
    {
        var browser = await _app.SignedIn(_lamps, _zoe);

        Assert.Equal(403, (int)(await browser.Post("/sign-out", null, ("Origin", "https://evil.example"))).StatusCode);
        Assert.Equal(200, (int)(await browser.Get("/console")).StatusCode);
        Assert.Equal(302, (int)(await browser.Post("/sign-out", null, ("Origin", _app.Origin))).StatusCode);
        Assert.StartsWith("/sign-in", (await browser.Get("/console")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_of_others_shows_the_way_to_one_s_own()
    {
        var browser = await _app.SignedIn(_lamps, _zoe);

        var turned = await browser.Get("/admin");
        Assert.Equal("/not-yours", turned.Headers.Location!.OriginalString);
        var page = await browser.Get("/not-yours");
        Assert.Equal(403, (int)page.StatusCode);
        Assert.Contains("href=\"/console\"", await page.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> Try(CommunityWidget.Sites.Site site, string email, string password) =>
        _app.Browser().Submit($"/sign-in?site={site.Slug}", ("email", email), ("password", password));

    // What differs by design: the e-mail typed, and the form's own token.
    private static string Words(string html) => System.Text.RegularExpressions.Regex.Replace(
        html, "value=\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
