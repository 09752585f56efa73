using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Tests.Admin;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Where a moderator may not decide, the pages have no button and say why, in both languages.</summary>
public sealed class JudgingPageTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Both = $"{Roles.Agent} {Roles.Moderator}";

    [Fact]
    public async Task Members_says_beside_ones_own_name_and_an_admins_that_somebody_else_decides()
    {
        var nour = await App.AddMember(Mine, "nour", Roles.Moderator);
        var moderator = await App.SignedIn(Mine, nour);
        foreach (var member in new[] { nour, Ada }) await Strikes(member);

        var page = await Text(await moderator.Get("/moderation/members"));
        Assert.DoesNotContain("Let it be", page);
        Assert.Contains("This is about you", page);
        Assert.Contains("only an admin", page);
        Assert.Contains("Cela vous concerne", await Text(await moderator.Get("/moderation/members?lang=fr")));
        Assert.Contains("seule l’administration", await Text(await moderator.Get("/moderation/members?lang=fr")));
        // Ada may settle Nour's, and not her own.
        Assert.Contains("Let it be: nour", await Text(await Admin.Get("/moderation/members")));
        Assert.DoesNotContain("Let it be: ada", await Text(await Admin.Get("/moderation/members")));
    }

    [Fact]
    public async Task An_admins_objection_shows_its_form_to_the_admin_who_decided_where_only_moderators_are_left()
    {
        var (zoe, nour) = (await App.AddMember(Mine, "zoe", Roles.Admin), await App.AddMember(Mine, "nour", Roles.Moderator));
        var ada = new MemberCaller(Mine, Ada);
        var sanction = (await App.Get<IssueSanction>().Run(ada, zoe.Id, new(SanctionKinds.Reminder, null, "Please be kind."))).Value!;
        Assert.NotNull((await App.Get<AppealSanction>().Write(zoe, sanction.Id, "Why?")).Value);
        var page = $"/moderation/members/{zoe.Id}";

        Assert.Contains("Your answer", await Text(await Admin.Get(page)));
        var moderators = await Text(await (await App.SignedIn(Mine, nour)).Get(page));
        Assert.DoesNotContain("Your answer", moderators);
        Assert.Contains("only an admin", moderators);
    }

    [Fact]
    public async Task What_one_wrote_oneself_is_held_and_reported_without_buttons()
    {
        var nour = await App.AddMember(Mine, "nour", Both);
        var (caller, moderator) = (new MemberCaller(Mine, nour), await App.SignedIn(Mine, nour));
        var visitors = App.Get<VisitorStore>();
        var visitor = new VisitorCaller(Mine, (await visitors.ByToken(Mine.Id, (await visitors.Welcome(Mine.Id)).Value!.Token))!);
        var asked = (await App.Get<AskQuestion>().Run(visitor, new("judging-page-1", "Which lamp?", Language: "en"))).Value!.Thread.ThreadId;
        // Whoever takes it may find it parked by now.
        await App.Get<Presence>().Polled(visitor);
        var took = await App.Get<TakeThread>().Run(caller, asked);
        Assert.Null(took.Refusal);
        var taken = took.Value!;
        var said = (await App.Get<SendMessage>().Run(caller, new MemberMessage(asked, "judging-page-2", "The small one.", taken.Fence))).Value!;
        Assert.Equal(EventKinds.Hold, (await App.Get<SendMessage>().Run(caller, new MemberMessage(asked, "judging-page-3", "This one: https://bit.ly/3lampe", taken.Fence))).Value!.Kind);
        Assert.NotNull((await App.Get<FileReport>().Run(visitor, asked, new(said.Seq, ReportReasons.Unkind))).Value);

        foreach (var (page, button, buttonFr) in new[] { ("/moderation/held", "Let it through", "Laisser passer"), ("/moderation/reports", "Leave it", "Laisser") })
        {
            var (own, ownFr) = (await Text(await moderator.Get(page)), await Text(await moderator.Get($"{page}?lang=fr")));
            Assert.DoesNotContain($">{button}</button>", own);
            Assert.Contains("You wrote this", own);
            Assert.DoesNotContain($">{buttonFr}</button>", ownFr);
            Assert.Contains("C’est vous qui l’avez écrit", ownFr);
            Assert.Contains($">{button}</button>", await Text(await Admin.Get(page)));
        }
    }

    private Task Strikes(Member member) => App.Get<CommunityWidget.Database.Db>().Write<Done>(async tx =>
    {
        for (var i = 0; i < 3; i++) await App.Get<StrikeStore>().Add(tx, Mine.Id, member.Id, StrikeStore.Held, thread: null);
        return Done.It;
    });

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
