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

    private async Task<(Member Member, Browser Browser, HubClient Line)> Connected(string name)
    {
        var member = await _app.AddMember(shops.Lamps, name, Roles.SuperUser);
        var browser = await _app.SignedIn(shops.Lamps, member);
        var ticket = System.Text.Json.JsonSerializer.Deserialize<SocketTicket>(
            await (await browser.Post("/api/tickets", new { hub = "super-user" }, ("Origin", _app.Origin))).Content.ReadAsStringAsync(), Wire.Json)!;
        var line = await HubClient.Connect(new($"ws://{_app.Address.Authority}/hubs/super-user?ticket={ticket.Ticket}"), _app.Origin, (_, _) => { });
        await line.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true);
        return (member, browser, line);
    }

    private Task Run(string sql, Member member) => _app.Get<Db>().Write<Done>(async tx =>
    {
        await tx.Execute(sql, new { member.Id });
        return Done.It;
    });
}
