using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

/// <summary>Who came, who went, who was kept out and who took their archive is written down, in words both languages have.</summary>
public sealed class ComingsAndGoingsTests(TwoShops shops) : IClassFixture<TwoShops>
{
    private readonly TestApp _app = shops.App;

    [Fact]
    public async Task Signing_in_and_out_are_a_line_each_however_often_the_button_is_pressed()
    {
        var sam = await _app.AddMember(shops.Lamps, "sam", Roles.Agent);
        var browser = await _app.SignedIn(shops.Lamps, sam);
        for (var press = 0; press < 2; press++) await browser.Post("/sign-out", null, ("Origin", _app.Origin));

        Assert.Equal([("member.signed_in", "allowed"), ("member.signed_out", "allowed")], await Of(sam));
    }

    [Fact]
    public async Task An_account_that_wrong_passwords_shut_is_one_line_and_five_tries_of_which_the_last_is_right_are_none()
    {
        var (shut, fine) = (await _app.AddMember(shops.Lamps, "shut", Roles.Agent), await _app.AddMember(shops.Lamps, "fine", Roles.Agent));
        var signIn = _app.Get<SignIn>();
        for (var number = 0; number < 7; number++)
        {
            await signIn.Check(shops.Lamps.Id, shut.Email, "not it at all");
            await signIn.Check(shops.Lamps.Id, "nobody@people.example", "not it at all");
        }
        for (var number = 0; number < 5; number++) await signIn.Check(shops.Lamps.Id, fine.Email, number < 4 ? "not it at all" : TestApp.Password);

        Assert.Equal([("member.locked_out", "refused")], await Of(shut));
        Assert.Empty(await Of(fine));
    }

    [Fact]
    public async Task A_visitor_s_own_archive_is_written_down_as_theirs()
    {
        var token = (await _app.Get<VisitorStore>().Welcome(shops.Lamps.Id)).Value!.Token;
        var visitor = new VisitorCaller(shops.Lamps, (await _app.Get<VisitorStore>().ByToken(shops.Lamps.Id, token))!);
        Assert.NotNull((await _app.Get<ExportPerson>().Visitor(visitor)).Value);

        Assert.Equal(("visitor", "read"), await _app.Get<Db>().Find<(string, string)>(
            "select actor_kind, outcome from audit where action = 'visitor.exported' and subject = @subject", new { subject = visitor.Id.ToString() }));
    }

    [Theory]
    [InlineData("member.signed_in"), InlineData("member.signed_out"), InlineData("member.locked_out"), InlineData("sanction.appealed")]
    public void Each_has_words_in_both_languages(string action)
    {
        var (english, french) = (AdminTexts.In("en").What(new Change { Action = action }, "x"), AdminTexts.In("fr").What(new Change { Action = action }, "x"));
        Assert.NotEqual(english, french);
        Assert.All([english, french], words => Assert.DoesNotContain(action, words));
    }

    private async Task<IReadOnlyList<(string Action, string Outcome)>> Of(Member member) => await _app.Get<Db>().Query<(string, string)>(
        "select action, outcome from audit where actor = @Id order by action", new { member.Id });
}
