using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Who is blocked is told so and until when, and does not come in again by throwing their token away.</summary>
public sealed class BlockedDoorTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_blocked_visitor_stays_out_today_also_as_somebody_new_and_the_shop_next_door_does_not_mind()
    {
        var (shop, next) = (await app.Open(), await app.Open());
        var (agent, rude, polite) = (await shop.Agent(), await shop.ConnectedVisitor(), await shop.Visitor());
        var thread = (await rude.Socket.Ask(Keys.Question("Take this!"))).Value!.Thread.ThreadId;

        Assert.NotNull((await agent.Web.Post<VisitorSilenced>($"/api/threads/{thread}/silence", new { minutes = 1_440, block = true })).Value!.Until);
        var refusal = (await rude.Socket.Send(new(thread, Keys.New(), "And that!"))).Refusal!;
        Assert.Equal("silenced", refusal.Code);
        Assert.InRange(refusal.RetryAfter!.Value, 86_000, 86_400);

        // The next thing their page asks for tells where they are; the address itself is kept nowhere.
        await rude.Http.Resume(thread, 0);
        foreach (var address in new[] { "/api/visitors", "/api/visitors/", "/API/Visitors/" })
        {
            var again = await new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<VisitorWelcome>(address, new { });
            Assert.Equal("silenced", again.Refusal?.Code);
            Assert.InRange(again.Refusal!.RetryAfter!.Value, 1, 86_400);
        }
        // Nor by the form for who has no script.
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", "And this!")]);
        var asked = await new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/ask", form, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Contains("has paused this for you", await asked.Content.ReadAsStringAsync());
        Assert.NotNull((await polite.Http.Ask(Keys.Question("May I?"))).Value);
        Assert.NotNull(await next.Visitor());
        Assert.DoesNotContain(await app.Db.Query<string>("select place from blocked_places"), place => IPAddress.TryParse(place, out _));

        await agent.Web.Post<VisitorSilenced>($"/api/threads/{thread}/silence", new { minutes = 0 });
        Assert.NotNull((await rude.Socket.Send(new(thread, Keys.New(), "Sorry."))).Value);
    }

    [Fact]
    public async Task Whoever_threw_their_token_away_before_they_were_blocked_stays_out_too()
    {
        var shop = await app.Open();
        var (agent, rude, polite) = (await shop.Agent(), await shop.Visitor(), await shop.Visitor());
        var thread = (await rude.Http.Ask(Keys.Question("Take this!"))).Value!.Thread.ThreadId;

        Assert.NotNull((await agent.Web.Post<VisitorSilenced>($"/api/threads/{thread}/silence", new { minutes = 1_440, block = true })).Value!.Until);

        var newcomer = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });
        Assert.Equal("silenced", (await newcomer.Post<VisitorWelcome>("/api/visitors", new { })).Refusal?.Code);
        Assert.NotNull((await polite.Http.Ask(Keys.Question("May I?"))).Value);
        await agent.Web.Post<VisitorSilenced>($"/api/threads/{thread}/silence", new { minutes = 0 });
        Assert.NotNull((await newcomer.Post<VisitorWelcome>("/api/visitors", new { })).Value);
    }

    [Fact]
    public async Task Whoever_is_blocked_and_erases_themselves_stays_out_today_and_nobody_knows_that_it_was_they()
    {
        var shop = await app.Open();
        var (agent, rude) = (await shop.Agent(), await shop.ConnectedVisitor());
        var thread = (await rude.Socket.Ask(Keys.Question("Take this!"))).Value!.Thread.ThreadId;
        Assert.NotNull((await agent.Web.Post<VisitorSilenced>($"/api/threads/{thread}/silence", new { minutes = 1_440, block = true })).Value!.Until);

        Assert.True((await rude.Web.Ask(HttpMethod.Post, "/api/visitors/me/erase", "{}")).IsGood);

        // Also once every node has looked at who is shut out.
        await rude.Line.Ended.WaitAsync(Wire.Patience);
        await app.Get<Silences>().Refresh();
        await app.Get<BlockedPlaces>().Refresh();
        var again = await new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<VisitorWelcome>("/api/visitors", new { });
        Assert.Equal("silenced", again.Refusal?.Code);
        Assert.Equal((1, 0), await app.Db.Find<(long, long)>("select count(*), count(visitor) from blocked_places where site = @Id", new { shop.Site.Id }));
        Assert.Equal(0, await app.Db.Find<long>("select count(*) from visitors where site = @Id and blocked = @yes", new { shop.Site.Id, yes = true }));
    }
}
