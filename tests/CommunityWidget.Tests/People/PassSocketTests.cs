using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.People;

/// <summary>Whoever follows a mail's link has a pass of their own: given up or grown old it ends the lines that were opened with it, and nobody else's.</summary>
public sealed class PassSocketTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_opened_with_a_pass_ends_with_it_and_the_visitor_s_own_stays(bool left)
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("Mine"))).Value!.Thread.ThreadId;
        var pass = await Pass(thread);
        await using var reader = await VisitorDriver.With(app.Address, shop.Site.Key, pass).Connect();
        Assert.NotNull((await reader.Socket.Resume(thread, 0)).Value);
        Assert.Equal(Refusals.NotSignedIn, (await reader.Socket.Ask(Keys.Question("Another?"))).Refusal);

        if (left) await reader.AnotherTab().Web.Post<Done>("/api/visitors/leave", new { token = pass });
        else await app.Write(tx => tx.Execute("update visitor_passes set expires_at = 1 where token_hash = @hash", new { hash = Secret.Hash(pass) }));

        await reader.Line.Ended.WaitAsync(Wire.Patience);
        Assert.NotNull((await visitor.Socket.Resume(thread, 0)).Value);
    }

    [Fact]
    public async Task A_ticket_of_a_pass_that_was_given_up_opens_nothing()
    {
        var shop = await app.Open();
        var visitor = await shop.Visitor();
        var pass = await Pass((await visitor.Http.Ask(Keys.Question("Mine"))).Value!.Thread.ThreadId);
        var reader = VisitorDriver.With(app.Address, shop.Site.Key, pass);
        var ticket = (await reader.Web.Post<SocketTicket>("/api/tickets", new { hub = Tickets.Visitor })).Value!.Ticket;
        await reader.Web.Post<Done>("/api/visitors/leave", new { token = pass });

        await Assert.ThrowsAnyAsync<Exception>(() => HubClient.Connect(new($"ws://{app.Address.Authority}/hubs/visitor?ticket={ticket}"), origin: null, (_, _) => { }));
    }

    private Task<string> Pass(string thread) => Pass(app, thread);

    internal static async Task<string> Pass(RunningApp app, string thread)
    {
        var token = "";
        await app.Write(async tx =>
        {
            var (id, visitor) = (await tx.Query<(Guid, Guid)>("select id, visitor from threads where public_id = @thread", new { thread }))[0];
            token = await app.Get<VisitorStore>().Pass(tx, visitor, id);
        });
        return token;
    }
}
