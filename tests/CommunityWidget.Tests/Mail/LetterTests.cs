using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Mail;

/// <summary>Mails over a real connection to a mail server of the test's own.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private TestApp _app = null!;
    private CommunityWidget.Sites.Site _site = null!;
    private Member _ada = null!;
    private Browser _admin = null!;

    public async Task InitializeAsync()
    {
        _app = TestApp.Start(services: services => services.PostConfigure<EmailOptions>(email =>
            (email.Host, email.Port, email.From, email.Security, email.TimeoutMs) = ("127.0.0.1", _server.Port, "help@lamps.example", EmailOptions.None, 5_000)));
        _site = await _app.AddSite("lamps");
        _ada = await _app.AddMember(_site, "ada", Roles.Admin);
        _admin = await _app.SignedIn(_site, _ada);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_goes_out_by_mail_in_its_language_and_lets_its_person_in()
    {
        var page = await (await _admin.Press("/admin/people", "Invite", Form("Inès <b>", "fr"))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("/invitation#", page);

        var mail = Assert.Single(await _server.Received(1));
        Assert.Equal(("ines@people.example", "lamps\u00a0: votre invitation", "auto-generated"), (mail.To, mail.Header("Subject"), mail.Header("Auto-Submitted")));
        Assert.Contains("help@lamps.example", mail.Header("From"));
        Assert.Contains("Bonjour Inès <b>,", mail.Part("text/plain"));
        Assert.Contains("Bonjour In&#232;s &lt;b&gt;,", mail.Part("text/html"));
        var secret = SecretIn(mail);
        Assert.Contains($"#{secret}\"", mail.Part("text/html"));

        Assert.Equal(302, (int)(await _app.Browser().Submit("/invitation", ("secret", secret), ("name", "Inès"), ("password", TestApp.Password))).StatusCode);
        Assert.DoesNotContain(await Everything(), text => text.Contains(secret));
    }

    [Fact]
    public async Task A_mail_that_was_turned_away_is_sent_again_and_the_page_says_how_it_stands()
    {
        _server.RefuseNext(1);
        await _admin.Press("/admin/people", "Invite", Form("Inès", "fr"));
        await State("new", attempts: 1);
        Assert.Contains("mail on its way", await People());

        _app.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(await _server.Received(1));
        await State("done", attempts: 2);
        Assert.Contains("mail sent", await People());
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing_until_it_is_taken_back()
    {
        await _admin.Press("/admin/people", "Invite", Form("Inès", "fr"));
        var secret = SecretIn((await _server.Received(1))[0]);

        await _admin.Press("/admin/people", "Withdraw");
        Assert.Equal(410, await Join(secret, "too short"));
        var id = await _app.Get<Db>().Find<Guid>("select id from audit where action = 'invitation.withdrawn'");
        await _admin.Press($"/admin/people?changed={id}", "Undo");
        Assert.Equal(302, await Join(secret, TestApp.Password));
    }

    [Fact]
    public async Task A_password_link_opens_one_account_once_and_ends_its_sessions()
    {
        var zoe = await _app.AddMember(_site, "zoe", Roles.SuperUser);
        var before = await _app.SignedIn(_site, zoe);
        await _admin.Press($"/admin/people/{zoe.Id}", "Password", ("by", "mail"));
        var mail = (await _server.Received(1))[0];
        Assert.Equal((zoe.Email, "lamps: choose a new password"), (mail.To, mail.Header("Subject")));
        var secret = SecretIn(mail);
        Assert.Equal(200, (int)(await before.Get("/console")).StatusCode);

        Assert.Equal(400, await NewPassword(secret, "short"));
        Assert.Equal(302, await NewPassword(secret, "an entirely new one"));
        Assert.Equal(410, await NewPassword(secret, "and another one yet"));
        Assert.Equal(302, (int)(await before.Get("/console")).StatusCode);
        Assert.Null((await _app.Get<CommunityWidget.People.SignIn>().Check(_site.Id, zoe.Email, "an entirely new one")).Refusal);
    }

    [Fact]
    public async Task A_password_link_is_too_old_after_a_day_and_replaced_by_the_next()
    {
        var zoe = await _app.AddMember(_site, "zoe", Roles.SuperUser);
        var first = await Link(zoe);
        var second = await Link(zoe);
        Assert.Equal(410, await NewPassword(first, "an entirely new one"));
        _app.Clock.Skip(TimeSpan.FromDays(1));
        Assert.Equal(410, await NewPassword(second, "an entirely new one"));

        Assert.Equal(302, await NewPassword(await Link(zoe), "an entirely new one"));
        Assert.Equal(["member.password_chosen"], await _app.Get<Db>().Query<string>("select action from audit where actor = @Id and outcome = 'changed'", zoe));
    }

    [Theory]
    [InlineData("", 587, "help@lamps.example", "starttls", "Email:Host is not")]
    [InlineData("mail.example", 587, "nobody", "starttls", "Email:From is not an e-mail address")]
    [InlineData("mail.example", 465, "help@lamps.example", "starttls", "use your server's port 587")]
    [InlineData("mail.example", 25, "help@lamps.example", "ssl", "neither starttls nor none")]
    public void A_wrong_setting_stops_the_start_with_a_sentence(string host, int port, string from, string security, string sentence) =>
        Assert.Contains(sentence, new EmailOptions { Host = host, Port = port, From = from, Security = security }.Fault(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_blank_security_is_not_set() =>
        Assert.Equal((EmailOptions.StartTls, null), new EmailOptions { Host = "mail.example", From = "help@lamps.example", Security = " " } is var set ? (set.Security, set.Fault()) : default);

    private static (string, string)[] Form(string name, string language) =>
        [("Form.Email", "ines@people.example"), ("Form.Name", name), ("Form.Roles", Roles.SuperUser), ("Form.Languages", language), ("by", "mail")];

    private static string SecretIn(ReceivedMail mail) => mail.Part("text/plain").Split('#')[1].Split('\n')[0].Trim();

    private async Task<string> Link(Member member) => (await _app.Get<PasswordLinks>().Make(new(_site, _ada), member.Id)).Value!.Link.Split('#')[1];

    private async Task<string> People() => await (await _admin.Get("/admin/people")).Content.ReadAsStringAsync();

    private async Task<int> Join(string secret, string password) =>
        (int)(await _app.Browser().Submit("/invitation", ("secret", secret), ("name", "Inès"), ("password", password))).StatusCode;

    private async Task<int> NewPassword(string secret, string password) =>
        (int)(await _app.Browser().Submit("/new-password", ("secret", secret), ("password", password))).StatusCode;

    private Task State(string state, long attempts) => Eventually.Holds(async () =>
        await _app.Get<Db>().Find<long>("select count(*) from outbox where kind = 'mail.invitation' and state = @state and attempts = @attempts", new { state, attempts }) > 0);

    // Whatever is written down anywhere about links.
    private async Task<IReadOnlyList<string>> Everything() => await _app.Get<Db>().Query<string>(
        "select secret_hash from invitations union all select kind from outbox union all select coalesce(was, '') || coalesce(became, '') || action from audit");
}
