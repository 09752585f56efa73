using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.People;

/// <summary>Whose session ends elsewhere is shown out of the console too, also when it only listens.</summary>
public sealed class RevokedSessionTests(TwoShops shops) : IClassFixture<TwoShops>
{
    private readonly TestApp _app = shops.App;

    [Theory]
    [InlineData("update members set sign_in_stamp = 'another' where id = @Id")]
    [InlineData("update members set suspended_until = 9999999999999 where id = @Id")]
    public async Task A_silent_socket_is_closed_and_no_new_one_opens(string revoke)
    {
        var (gone, stays) = (await Connected("gone"), await Connected("stays"));
        await Run(revoke, gone.Member);
        _app.Clock.Advance(TimeSpan.FromSeconds(15));

        await gone.Line.Ended.WaitAsync(Wire.Patience);
        Assert.Equal(401, (int)(await gone.Browser.Post("/api/tickets", new { hub = "super-user" }, ("Origin", _app.Origin))).StatusCode);
        Assert.NotNull((await stays.Line.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true)).Value);
        Assert.False(stays.Line.Ended.IsCompleted);
        await stays.Line.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_an_agent_no_more_hears_the_inbox_no_more_at_once()
    {
        var (sam, stays) = (await Connected("sam", Roles.Agent, "agent"), await Connected("stays", Roles.Agent, "agent"));
        var ada = await _app.AddMember(shops.Lamps, "ada", Roles.Admin);

        Assert.NotNull((await _app.Get<ChangeMember>().Run(new(shops.Lamps, ada), sam.Member.Id, "settings", settings => settings with { Roles = Roles.SuperUser })).Value);

        await sam.Line.Ended.WaitAsync(Wire.Patience);
        Assert.Equal(403, (int)(await Ticket(sam.Browser, "agent")).StatusCode);
        Assert.False(stays.Line.Ended.IsCompleted);
        await stays.Line.DisposeAsync();
    }

    [Fact]
    public async Task A_line_from_before_ends_without_a_word_too_and_those_from_after_stay()
    {
        var (member, browser, before) = await Connected("kim", $"{Roles.SuperUser} {Roles.Agent}", "agent");
        await Run("update members set roles = 'super_user moderator' where id = @Id", member);
        var after = new List<HubClient>();
        for (var i = 0; i < 6; i++) after.Add(await Connect(browser, "agent"));

        _app.Clock.Advance(TimeSpan.FromSeconds(5));

        await before.Ended.WaitAsync(Wire.Patience);
        foreach (var line in after)
        {
            await line.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true);
            Assert.False(line.Ended.IsCompleted);
            await line.DisposeAsync();
        }
    }

    private async Task<(Member Member, Browser Browser, HubClient Line)> Connected(string name, string roles = Roles.SuperUser, string hub = "super-user")
    {
        var member = await _app.AddMember(shops.Lamps, name, roles);
        var browser = await _app.SignedIn(shops.Lamps, member);
        return (member, browser, await Connect(browser, hub));
    }

    private async Task<HubClient> Connect(Browser browser, string hub)
    {
        var ticket = System.Text.Json.JsonSerializer.Deserialize<SocketTicket>(await (await Ticket(browser, hub)).Content.ReadAsStringAsync(), Wire.Json)!;
        var line = await HubClient.Connect(new($"ws://{_app.Address.Authority}/hubs/{hub}?ticket={ticket.Ticket}"), _app.Origin, (_, _) => { });
        await line.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true);
        return line;
    }

    private Task<HttpResponseMessage> Ticket(Browser browser, string hub) => browser.Post("/api/tickets", new { hub }, ("Origin", _app.Origin));

    private Task Run(string sql, Member member) => _app.Get<Db>().Write<Done>(async tx =>
    {
        await tx.Execute(sql, new { member.Id });
        return Done.It;
    });
}
