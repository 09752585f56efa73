using CommunityWidget.Database;
using System.Net.Http.Json;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

public sealed class InvitationTests(TwoShops shops) : IClassFixture<TwoShops>, IAsyncLifetime
{
    private readonly TestApp _app = shops.App;
    private readonly CommunityWidget.Sites.Site _lamps = shops.Lamps, _books = shops.Books;
    private readonly string _email = $"zoe-{Secret.New()[..8]}@people.example";
    private Browser _admin = null!;

    public async Task InitializeAsync() => _admin = await _app.SignedIn(_lamps, await _app.AddMember(_lamps, "ada", Roles.Admin));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_link_makes_one_account_on_its_own_site_and_signs_in()
    {
        var secret = await Invite(_email);
        var browser = _app.Browser();

        var joined = await Join(browser, secret, "Zoé");

        Assert.Equal("/console", joined.Headers.Location!.OriginalString);
        Assert.Equal(200, (int)(await browser.Get("/console")).StatusCode);
        var members = _app.Get<MemberStore>();
        Assert.Equal("Zoé", (await members.ByEmail(_lamps.Id, _email))!.Name);
        Assert.Null(await members.ByEmail(_books.Id, _email));
        Assert.Equal(["member.joined"], await _app.Get<Db>().Query<string>("select action from audit where actor = @Id and outcome = 'changed'", (await members.ByEmail(_lamps.Id, _email))!));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var secret = await Invite(_email);
        await Join(_app.Browser(), secret, "Zoé");

        Assert.Equal(410, (int)(await Join(_app.Browser(), secret, "Someone else")).StatusCode);
        Assert.Equal("Zoé", (await _app.Get<MemberStore>().ByEmail(_lamps.Id, _email))!.Name);
    }

    [Fact]
    public async Task A_link_pressed_by_ten_at_once_lets_one_in()
    {
        var secret = await Invite(_email);
        var accept = _app.Get<AcceptInvitation>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => accept.Run(secret, $"Zoé {i}", TestApp.Password)));

        Assert.Single(answers, a => a.Value is not null);
    }

    [Fact]
    public async Task A_link_is_too_old_after_seven_days()
    {
        var secret = await Invite(_email);
        _app.Clock.Skip(TimeSpan.FromDays(7));

        Assert.Equal(410, (int)(await Join(_app.Browser(), secret, "Zoé")).StatusCode);
    }

    [Fact]
    public async Task A_bad_name_or_short_password_does_not_use_the_link_up()
    {
        var secret = await Invite(_email);

        Assert.Equal(400, (int)(await Join(_app.Browser(), secret, "Zo\u202eé")).StatusCode);
        Assert.Equal(400, (int)(await Join(_app.Browser(), secret, "Zoé", "short")).StatusCode);
        Assert.Equal(302, (int)(await Join(_app.Browser(), secret, "Zoé")).StatusCode);
    }

    [Fact]
    public async Task The_secret_is_stored_as_a_hash_and_stands_behind_the_hash_sign()
    {
        var secret = await Invite(_email);

        var stored = await _app.Get<Db>().Query<string>("select secret_hash from invitations");
        Assert.DoesNotContain(secret, stored);
        Assert.Contains(Secret.Hash(secret), stored);
    }

    [Fact]
    public async Task A_new_invitation_gives_a_member_another_role_and_ends_old_sessions()
    {
        var zoe = await _app.AddMember(_lamps, "zoe", Roles.SuperUser);
        var before = await _app.SignedIn(_lamps, zoe);

        await Join(_app.Browser(), await Invite(zoe.Email, Roles.Moderator), "Zoé");

        var after = await _app.Get<MemberStore>().Find(zoe.Id);
        Assert.True(after!.Is(Roles.SuperUser) && after.Is(Roles.Moderator));
        Assert.Equal(302, (int)(await before.Get("/console")).StatusCode);
    }

    [Fact]
    public async Task Only_admins_invite_and_what_they_did_is_written_down()
    {
        var zoe = await _app.SignedIn(_lamps, await _app.AddMember(_lamps, "zoe", $"{Roles.SuperUser} {Roles.Agent} {Roles.Moderator}"));

        var refused = await zoe.Post("/api/invitations", Request("x@people.example"), ("Origin", _app.Origin));
        Assert.Equal("not_allowed", await refused.Code());
        await Invite("y@people.example");

        var audit = await _app.Get<Db>().Query<string>("select action || ' ' || outcome from audit where site = @Id", _lamps);
        Assert.Contains("POST /api/invitations refused", audit);
        Assert.Contains("POST /api/invitations allowed", audit);
    }

    [Theory]
    [InlineData("maya@home.example")]
    [InlineData("Call 06 12 34 56 78")]
    [InlineData("Total idiot")]
    public async Task Nobody_joins_under_a_name_that_is_nothing_to_be_published(string name)
    {
        var secret = await Invite(_email);

        var refused = await Join(_app.Browser(), secret, name);
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("Choose another name", await refused.Content.ReadAsStringAsync());
        Assert.Equal("name_not_fit", await (await _admin.Post("/api/invitations", new InvitationRequest(_email, name, [Roles.SuperUser]), ("Origin", _app.Origin))).Code());
        Assert.Equal(302, (int)(await Join(_app.Browser(), secret, "Kevin Martin")).StatusCode);
    }

    [Theory]
    [InlineData("nobody", "zoe", "super_user", "email_not_usable")]
    [InlineData("a@b.example", "", "super_user", "name_not_usable")]
    [InlineData("a@b.example", "zoe", "owner", "not_understood")]
    [InlineData("A <a@b.example>", "zoe", "agent", "email_not_usable")]
    public async Task What_makes_no_account_makes_no_link(string email, string name, string role, string code)
    {
        var answer = await _admin.Post("/api/invitations", new InvitationRequest(email, name, [role]), ("Origin", _app.Origin));

        Assert.Equal(code, await answer.Code());
    }

    private static InvitationRequest Request(string email, string role = Roles.SuperUser) => new(email, "Zoé", [role]);

    private async Task<string> Invite(string email, string role = Roles.SuperUser)
    {
        var answer = await _admin.Post("/api/invitations", Request(email, role), ("Origin", _app.Origin));
        var link = await answer.Content.ReadFromJsonAsync<InvitationLink>();
        Assert.Contains("/invitation#", link!.Link);
        return link.Link.Split('#')[1];
    }

    private static Task<HttpResponseMessage> Join(Browser browser, string secret, string name, string password = TestApp.Password) =>
        browser.Submit("/invitation", ("secret", secret), ("name", name), ("password", password));
}
