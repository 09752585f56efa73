using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Robots;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Hubs;

/// <summary>The database is locked, full or not to be written to: nothing is called stored that is not, whoever sends is told when to try again, and it heals by itself.</summary>
public sealed class StorageTests(StorageTests.MoodyApp app) : IClassFixture<StorageTests.MoodyApp>
{
    private MoodyDialect Disk => (MoodyDialect)app.Get<SqlDialect>();

    [Fact]
    public async Task While_another_program_holds_the_lock_everybody_is_refused_in_time_and_reads_go_on()
    {
        var (shop, member, visitor, live) = await Live();
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.ConnectedVisitor()));
        var message = new VisitorMessage(live.ThreadId, Keys.New(), "held up");
        var answer = new MemberMessage(live.ThreadId, Keys.New(), "held up too", live.Fence);
        var questions = others.Select(_ => Keys.Question("Is anybody writing?")).ToList();

        await using (var other = await Disk.Open(CancellationToken.None))
        await using (var held = await Disk.Begin(other, TimeSpan.FromSeconds(5)))
        {
            // Each of them has its answer while the lock is still held: that is what bounded means.
            var asked = Task.WhenAll(others.Zip(questions).Select((o, place) => o.First.Door(place % 2 == 0 ? "socket" : "http").Ask(o.Second)));
            var sent = Task.WhenAll(visitor.Socket.Send(message), visitor.Http.Send(message), member.Post(answer));
            Assert.Equal(live.HeadSeq, (await visitor.Http.Resume(live.ThreadId, 0)).Value!.HeadSeq);
            Assert.All(await asked, reply => Refused(reply.Refusal));
            Assert.All(await sent, reply => Refused(reply.Refusal));
            var plain = await visitor.Web.Ask(HttpMethod.Post, $"/api/threads/{live.ThreadId}/events", """{"text":"x"}""", Keys.New());
            Assert.Equal((503, Refusals.StorageAway.RetryAfter), (plain.Status, plain.Refusal!.RetryAfter));
        }
        Assert.NotNull((await visitor.Socket.Send(message)).Value);
        Assert.NotNull((await member.Send(answer)).Value);
        Assert.All(await Task.WhenAll(others.Zip(questions).Select(o => o.First.Http.Ask(o.Second))), reply => Assert.False(reply.Value!.Existing));
        Assert.Equal(["Hello?", "held up", "held up too"], await Kept(visitor, live));
        await Check();
    }

    [Fact]
    public async Task Who_is_looked_at_while_nothing_can_be_read_is_told_when_to_try_again()
    {
        var (_, member, _, live) = await Live();
        // A line that was not looked at before.
        await using var line = await HubClient.Connect(await member.Web.Hub("super-user"), member.Web.Server.GetLeftPart(UriPartial.Authority), (_, _) => { });
        Disk.IsAbsent = true;
        try
        {
            Refused((await line.Call<Reply<ThreadSnapshot>>("Resume", live.ThreadId, 0)).Refusal);
        }
        finally
        {
            Disk.IsAbsent = false;
        }
        Assert.NotNull((await line.Call<Reply<ThreadSnapshot>>("Resume", live.ThreadId, 0)).Value);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_called_stored_that_is_not_and_it_heals_by_itself()
    {
        var (_, _, visitor, live) = await Live();
        var words = new string('x', 3_000);
        var (stored, refused) = (new List<string>(), new List<string>());
        Disk.IsFull = true;
        try
        {
            // Pages that are there already take a little more.
            for (var number = 0; refused.Count < 10; number++)
            {
                var reply = await visitor.Door(number % 2 == 0 ? "socket" : "http").Send(new(live.ThreadId, Keys.New(), $"{number} {words}"));
                if (reply.Value is null) Refused(reply.Refusal);
                (reply.Value is null ? refused : stored).Add($"{number} {words}");
            }
            Assert.Equal(503, (await visitor.Web.Ask(HttpMethod.Post, $"/api/threads/{live.ThreadId}/events", $$"""{"text":"{{words}}"}""", Keys.New())).Status);
        }
        finally
        {
            Disk.IsFull = false;
        }
        Assert.NotNull((await visitor.Socket.Send(new(live.ThreadId, Keys.New(), "room again"))).Value);
        Assert.Equal(["Hello?", .. stored, "room again"], await Kept(visitor, live));
        await Check();
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_to_is_read_on_and_refused_by_number()
    {
        var (_, member, visitor, live) = await Live();
        Disk.IsReadOnly = true;
        try
        {
            foreach (var door in new[] { "socket", "http" }) Refused((await visitor.Door(door).Send(new(live.ThreadId, Keys.New(), "Hm"))).Refusal);
            Refused((await member.End(live.ThreadId, live.Fence)).Refusal);
            Refused((await member.SetAvailable(false)).Refusal);
            Assert.Equal(ThreadStates.Live, (await visitor.Socket.Resume(live.ThreadId, 0)).Value!.State);
        }
        finally
        {
            Disk.IsReadOnly = false;
        }
        Assert.NotNull((await member.End(live.ThreadId, live.Fence)).Value);
        await Check();
    }

    [Fact]
    public async Task Whoever_asks_for_their_data_while_it_cannot_be_written_down_is_told_when_to_try_again()
    {
        var (_, _, visitor, _) = await Live();
        Disk.IsReadOnly = true;
        try
        {
            var answer = await visitor.Web.Ask(HttpMethod.Post, "/api/visitors/me/archive");
            Assert.Equal(503, answer.Status);
            Refused(answer.Refusal);
        }
        finally
        {
            Disk.IsReadOnly = false;
        }
        Assert.Equal(200, (await visitor.Web.Ask(HttpMethod.Post, "/api/visitors/me/archive")).Status);
        await Check();
    }

    [Fact]
    public async Task What_crawlers_may_read_is_answered_without_a_database()
    {
        var shop = await app.Open();
        await using (var pages = new ShopPages(app, shop)) await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var before = await new Browser(app.Address).Get("/robots.txt");
        Disk.IsAbsent = true;
        try
        {
            var after = await new Browser(app.Address).Get("/robots.txt");

            Assert.Equal(200, (int)after.StatusCode);
            Assert.Equal(await before.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
            Assert.Contains($"/answers/{shop.Site.Slug}/sitemap.xml", await after.Content.ReadAsStringAsync());
            // Nobody has known a site yet.
            app.Get<SiteStore>().Forget();
            Assert.Contains("Allow: /answers/", await new RobotsFile(app.Get<SiteStore>(), app.Get<SitemapStore>(), app.Get<AnswerAddress>(), app.Get<IOptions<AnswersOptions>>(), TimeProvider.System).Text());
        }
        finally
        {
            Disk.IsAbsent = false;
        }
    }

    private Task Check()
    {
        app.Errors.ForgetWhatIsTriedAgain();
        return app.Check();
    }

    private static void Refused(Refusal? refusal)
    {
        Assert.Equal(Refusals.StorageAway, refusal);
        Assert.NotNull(refusal!.RetryAfter);
    }

    private static async Task<IEnumerable<string?>> Kept(VisitorDriver visitor, ThreadSnapshot live) =>
        (await visitor.Http.Resume(live.ThreadId, 0)).Value!.Events.Where(e => e.Kind == EventKinds.Message).Select(e => e.Text);

    private async Task<(Shop Shop, SuperUserDriver Member, VisitorDriver Visitor, ThreadSnapshot Live)> Live()
    {
        var shop = await app.Open();
        var member = await shop.SuperUser();
        var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Hello?"))).Value!;
        return (shop, member, visitor, await member.AcceptNext(asked.Thread.ThreadId));
    }

    /// <summary>The program on a disk with moods.</summary>
    public sealed class MoodyApp() : RunningApp([], services => services.RemoveAll<SqlDialect>()
        .AddSingleton<SqlDialect>(provider => new MoodyDialect(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Path)), async () => await WorldFile.Create());
}
