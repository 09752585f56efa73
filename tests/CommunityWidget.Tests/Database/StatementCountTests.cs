using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Database;

/// <summary>What is read often takes a fixed number of statements, however much there is to read.</summary>
public sealed class StatementCountTests
{
    [Fact]
    public async Task A_console_with_five_talks_and_offers_is_read_in_as_many_statements_as_one_with_one()
    {
        await using var world = await Traced();
        var maya = await world.Join(seats: 20);
        await OneMore(world, maya);
        var one = await Count(world, () => world.Get<ReadConsole>().Run(maya));
        for (var more = 0; more < 4; more++) await OneMore(world, maya);

        var five = await Count(world, () => world.Get<ReadConsole>().Run(maya));

        Assert.Equal((5, 5), (five.Result.Chats.Count, five.Result.Offers.Count));
        Assert.Equal(one.Statements, five.Statements);
        Assert.InRange(five.Statements, 1, 11);
    }

    [Fact]
    public async Task A_look_for_what_was_pushed_and_got_lost_is_two_statements_while_nothing_happens_and_six_for_however_many_offers()
    {
        await using var world = await Traced();
        var every = TimeSpan.FromSeconds(2);
        async Task<bool> Look()
        {
            await world.Get<TellHeads>().Run(every);
            await world.Get<TellOffers>().Run(every);
            return true;
        }
        Assert.Equal(2, (await Count(world, Look)).Statements);
        await world.Join(seats: 20);
        for (var more = 0; more < 5; more++) await world.Question();
        await world.RunMatching();

        Assert.Equal(6, (await Count(world, Look)).Statements);
        Assert.Equal(5, world.Notices.All.OfType<OfferStood>().Count());
    }

    [Fact]
    public async Task The_list_of_live_talks_too()
    {
        await using var world = await Traced();
        var (maya, agent) = (await world.Join(seats: 20), await world.JoinAgent());
        await world.TalkWith(maya);
        var one = await Count(world, () => world.Get<ListLive>().Run(agent));
        for (var more = 0; more < 4; more++) await world.TalkWith(maya);

        var five = await Count(world, () => world.Get<ListLive>().Run(agent));

        Assert.Equal(5, five.Result.Count);
        Assert.Equal(one.Statements, five.Statements);
        Assert.InRange(five.Statements, 1, 5);
    }

    [Fact]
    public async Task A_page_of_the_inbox_is_one_way_there_and_back_however_much_its_lines_say()
    {
        await using var world = await Traced();
        var agent = await world.JoinAgent();
        for (var more = 0; more < 5; more++) await world.Get<TagThread>().Run(agent, (await world.Fallen()).PublicId, ["vip", "refund"], []);

        var page = await Count(world, () => world.Page(agent));

        Assert.Equal(5, page.Result.Rows.Count);
        Assert.All(page.Result.Rows, row => Assert.Equal(["refund", "vip"], row.Tags));
        // The version, and one for each part of the view: what waits, and what is parked.
        Assert.Equal(3, page.Statements);
    }

    [Theory]
    [InlineData(true, "from members")]
    [InlineData(false, "from visitors")]
    public async Task A_ticket_asks_about_those_who_show_one_and_about_nobody_else(bool isVisitor, string others)
    {
        await using var world = await Traced();
        Caller who = isVisitor ? await world.Arrive() : await world.Join();
        await world.Get<RedeemTickets>().Run(Fresh());
        var trace = (TracingDialect)world.Get<SqlDialect>();
        var before = trace.Statements.Count;

        Assert.NotNull((await world.Get<RedeemTickets>().Run(Fresh())).Value);

        var asked = trace.Statements.Skip(before).Select(s => s.Sql).Where(sql => !sql.StartsWith("pragma", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(asked, sql => sql.Contains(others, StringComparison.Ordinal));
        // Its beginning and its end, the use of the ticket, and whose it is.
        Assert.Equal(4, asked.Count);
        Ticket Fresh() => new(world.Clock.NewId(), "visitor", isVisitor, who.Id, who.Site.Id, world.Now + 60_000);
    }

    [Fact]
    public async Task Accepting_takes_no_more_when_others_were_asked_too()
    {
        await using var world = await Traced();
        var maya = await world.Join();
        var (alone, one) = (await world.Question(), 0);
        await world.RunMatching();
        var offer = (await world.OfferTo(maya, alone)).Id;
        one = (await Count(world, () => world.Get<AcceptOffer>().Run(maya, offer))).Statements;

        // The lock on members, the seat, the offer, the row, the event, the news: none of it twice.
        Assert.InRange(one, 1, 35);
    }

    [Fact]
    public async Task A_public_page_that_nobody_has_kept_is_one_way_there_and_back()
    {
        await using var app = new TracedApp();
        await app.InitializeAsync();
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the lamp dim?", "With any dimmer for LED lamps.");
        await pages.Publish("Does the lamp dim at night?", "With any dimmer for LED lamps.");
        await app.Get<RelatedPages>().Run();
        app.Get<AnswerCache>().DropAll();
        var trace = (TracingDialect)app.Get<SqlDialect>();
        var before = trace.Statements.Count;

        var html = await (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).Content.ReadAsStringAsync();

        Assert.Contains("at night", html);
        var read = trace.Statements.Skip(before).Where(s => s.Sql.Contains(page.PublicId, StringComparison.Ordinal) || s.Sql.Contains($"{page.Id}", StringComparison.OrdinalIgnoreCase)).ToList();
        // Sent together: the page, what was answered, and what is like it.
        Assert.Equal(3, read.Count);
        Assert.Single(read.Select(s => s.Connection).Distinct());
    }

    private static async Task OneMore(TestWorld world, MemberCaller maya)
    {
        await world.TalkWith(maya);
        await world.Question();
        await world.RunMatching();
    }

    private sealed class TracedApp() : RunningApp(
        [],
        services => services.AddSingleton<SqlDialect>(provider => new TracingDialect(provider.GetRequiredService<IConfiguration>()["Database:Path"]!)),
        async () => await WorldFile.Create()), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }

    private static Task<TestWorld> Traced() => Task.Run(async () => await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(provider =>
        new TracingDialect(provider.GetRequiredService<IConfiguration>()["Database:Path"]!)), on: await WorldFile.Create()));

    private static async Task<(T Result, int Statements)> Count<T>(TestWorld world, Func<Task<T>> use)
    {
        var trace = (TracingDialect)world.Get<SqlDialect>();
        var before = trace.Statements.Count;
        var result = await use();
        return (result, trace.Statements.Skip(before).Count(s => !s.Sql.StartsWith("pragma", StringComparison.Ordinal)));
    }
}
