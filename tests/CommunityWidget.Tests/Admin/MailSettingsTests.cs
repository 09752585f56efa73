using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Admin;

/// <summary>What an admin sees of mails: that there are none, or which have not left.</summary>
public sealed class MailSettingsTests
{
    [Fact]
    public async Task Without_a_mail_server_the_page_and_the_widget_say_what_does_not_happen()
    {
        await using var app = TestApp.Start();
        var site = await app.AddSite("lamps");
        var admin = await app.SignedIn(site, await app.AddMember(site, "ada", Roles.Admin));

        Assert.Contains("no mail server is configured", await Text(admin, "/admin/mail"));
        Assert.Contains("\"email\":false", await Text(app.Browser(), $"/api/sites/{site.Key}/widget"));
    }

    [Fact]
    public async Task A_mail_that_was_set_aside_is_shown_to_its_site_and_sent_again_by_a_press()
    {
        await using var server = new MailServer();
        await using var app = TestApp.Start(services: services => services.PostConfigure<EmailOptions>(email =>
            (email.Host, email.Port, email.From, email.Security) = ("127.0.0.1", server.Port, "help@lamps.example", EmailOptions.None)));
        var (site, other) = (await app.AddSite("lamps"), await app.AddSite("chairs"));
        var admin = await app.SignedIn(site, await app.AddMember(site, "ada", Roles.Admin));
        var stranger = await app.SignedIn(other, await app.AddMember(other, "eve", Roles.Admin));
        Assert.Contains("None.", await Text(admin, "/admin/mail"));
        server.RefuseNext(5);
        await admin.Press("/admin/people", "Invite", ("Form.Email", "ines@people.example"), ("Form.Name", "Inès"), ("Form.Roles", Roles.SuperUser), ("Form.Languages", "en"), ("by", "mail"));
        foreach (var (tries, wait) in new[] { (1, 3), (2, 31), (3, 301), (4, 1_801), (5, 0) })
        {
            await Tried(app, tries);
            app.Clock.Skip(TimeSpan.FromSeconds(wait));
            app.Get<OutboxSignal>().Raise(OutboxLanes.Mail);
        }

        Assert.Contains("set aside after 5 tries", await Text(admin, "/admin/mail"));
        Assert.DoesNotContain("ines@people", await Text(admin, "/admin/mail"));
        Assert.DoesNotContain("set aside after", await Text(stranger, "/admin/mail"));
        Assert.Equal(302, (int)(await admin.Press("/admin/mail", "Again")).StatusCode);
        Assert.Equal("ines@people.example", Assert.Single(await server.Received(1)).To);
        Assert.Contains("sent a mail again", await Text(admin, "/admin/changes"));
    }

    [Fact]
    public async Task Whatever_it_was_to_say_a_mail_that_was_set_aside_is_shown_to_its_site_only()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<StuckMails>());
        var (nour, maya, thread) = (await world.Join(roles: Roles.Moderator), await world.Join(), await world.Question());
        Assert.NotNull((await world.Get<IssueSanction>().Run(nour, maya.Id, new(SanctionKinds.Suspension, 3, "Rude in three conversations."))).Value);
        var sanction = await world.Db.Find<Guid>("select id from sanctions");
        (string Kind, Guid About)[] mails =
        [
            (LaterMail.Confirm, thread.Id), (LaterMail.Answer, thread.Id), (TellPublished.MailNews, thread.Id), (TellPublished.DoubleNews, thread.Id),
            (SanctionLetters.Issued, sanction), (SanctionLetters.Lifted, sanction), (SanctionLetters.Answered, sanction),
        ];
        await world.Db.Write<Done>(async tx =>
        {
            foreach (var (kind, about) in mails) await world.Get<Outbox>().Add(tx, kind, about, seq: 0);
            await tx.Execute("update outbox set state = 'dead', attempts = 5 where kind like 'mail.%'");
            return Done.It;
        });

        Assert.Equal(mails.Select(mail => mail.Kind).Order(), (await world.Get<StuckMails>().Of(world.Here.Id)).Select(mail => mail.Kind).Order());
        Assert.Empty(await world.Get<StuckMails>().Of(world.There.Id));
    }

    private static async Task<string> Text(Browser browser, string path) => System.Net.WebUtility.HtmlDecode(await (await browser.Get(path)).Content.ReadAsStringAsync());

    private static Task Tried(TestApp app, long tries) =>
        Eventually.Holds(async () => await app.Get<Db>().Find<long>("select attempts from outbox where kind = 'mail.invitation'") >= tries);
}
