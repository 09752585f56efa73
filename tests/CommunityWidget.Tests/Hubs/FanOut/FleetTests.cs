using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Conversations;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>The whole program twice, with one database and one Redis.</summary>
public sealed class FleetTests(TwoRunningNodes nodes) : IClassFixture<TwoRunningNodes>
{
    [RedisFact]
    public async Task What_is_said_on_one_node_is_heard_on_the_other()
    {
        var (talk, elsewhere) = await Talk();
        await using var _ = talk;
        await using var __ = elsewhere;

        await talk.Visitor.Socket.Send(new(talk.Thread, Keys.New(), "Do you ship to Brest?"));
        await elsewhere.Screen.UntilText(talk.Thread, "Do you ship to Brest?");
        await talk.Member.Send(talk.Thread, "We do.", talk.Fence);
        await elsewhere.Screen.UntilText(talk.Thread, "We do.");

        Assert.Empty(talk.Visitor.Screen.Faults.Concat(elsewhere.Screen.Faults));
    }

    [RedisFact]
    public async Task A_public_page_that_changed_on_one_node_is_kept_no_longer_on_the_other()
    {
        var (site, cache) = (nodes.Here.Neighbour.Site.Id, nodes.There.Get<AnswerCache>());
        foreach (var (key, about) in new[] { ("/answers/changed", site), ("/answers/another-site", nodes.There.Neighbour.Site.Id) })
            await cache.Make(key, at => Task.FromResult<KeptPage?>(new([1], 200, [], new(about), at)));

        nodes.Here.Get<AnswerCache>().Drop(site);

        await Eventually.Holds(() => cache.Find("/answers/changed") is null);
        Assert.NotNull(cache.Find("/answers/another-site"));
    }

    [RedisFact]
    public async Task A_node_tells_its_own_the_heads_of_what_happened_elsewhere()
    {
        var (talk, elsewhere) = await Talk();
        await using var _ = talk;
        await using var __ = elsewhere;
        var told = (await talk.Visitor.Socket.Resume(talk.Thread, 0)).Value!.HeadSeq;

        await nodes.There.Get<TellHeads>().Run();
        await elsewhere.Screen.UntilHead(talk.Thread, told);
    }

    [RedisFact]
    public async Task While_Redis_is_away_the_other_node_reads_what_is_new_within_three_seconds_and_pushes_are_back_with_it()
    {
        var (talk, elsewhere) = await Talk();
        await using var _ = talk;
        await using var __ = elsewhere;
        await nodes.Redis.Signal("STOP");
        try
        {
            for (var round = 0; round < 3; round++)
            {
                // Within three seconds, PollHeadsTests say with a clock of their own.
                var stored = (await talk.Visitor.Http.Send(new(talk.Thread, Keys.New(), $"Still there? {round}"))).Value!;
                await elsewhere.Screen.UntilHead(talk.Thread, stored.Seq);
            }
        }
        finally
        {
            await nodes.Redis.Signal("CONT");
        }
        await Whole();
        Assert.True(await IsPushedAgain(talk, elsewhere), "what was said came as a head, twenty times");
    }

    [RedisFact]
    public async Task What_is_taken_away_while_Redis_is_goes_from_the_other_node_s_screens_too()
    {
        var (talk, elsewhere) = await Talk();
        await using var _ = talk;
        await using var __ = elsewhere;
        var said = (await talk.Visitor.Http.Send(new(talk.Thread, Keys.New(), "Something ugly"))).Value!;
        await elsewhere.Screen.UntilText(talk.Thread, "Something ugly");
        await nodes.Redis.Signal("STOP");
        try
        {
            await nodes.Here.Get<Db>().Write<Done>(async tx =>
            {
                var id = await tx.Find<Guid>("select id from threads where public_id = @Thread", new { talk.Thread });
                Assert.True(await nodes.Here.Get<SetAside>().Run(tx, (await nodes.Here.Get<ThreadStore>().Lock(tx, id))!, said.Seq));
                return Done.It;
            });
            Assert.Null((await elsewhere.Screen.UntilRewritten(talk.Thread, said.Seq, EventKinds.Placeholder)).Text);
        }
        finally
        {
            await nodes.Redis.Signal("CONT");
        }
        await Whole();
    }

    [RedisFact]
    public async Task What_got_lost_while_a_listening_connection_was_killed_is_told_as_a_head()
    {
        var (talk, elsewhere) = await Talk();
        await using var _ = talk;
        await using var __ = elsewhere;
        for (var round = 0; round < 5; round++)
        {
            await nodes.Redis.Execute("CLIENT", "KILL", "TYPE", "pubsub");
            var stored = (await talk.Visitor.Http.Send(new(talk.Thread, Keys.New(), $"Heard? {round}"))).Value!;
            await elsewhere.Screen.UntilKnown(talk.Thread, stored.Seq);
        }
        await Whole();
    }

    [RedisFact]
    public async Task A_changed_site_is_known_on_the_other_node_at_once_and_without_Redis_soon()
    {
        await Whole();
        var shop = await nodes.Here.Open();
        await Until(async () => (await nodes.There.Get<SiteStore>().ByKey(shop.Site.Key))?.Name == shop.Site.Name, Wire.Patience);

        Assert.True(await IsToldAtOnce(shop.Site), "the other node read it by itself, twenty times");
        await nodes.Redis.Signal("STOP");
        try
        {
            await Rename(shop.Site, "Not told");
            await Until(async () => (await nodes.There.Get<SiteStore>().Get(shop.Site.Id)).Name == "Not told", Wire.Patience);
        }
        finally
        {
            await nodes.Redis.Signal("CONT");
        }
        await Whole();
    }

    [RedisFact]
    public async Task A_cookie_and_a_ticket_of_one_node_open_the_other()
    {
        await Whole();
        var shop = await nodes.Here.Open();
        var cookie = await shop.SignIn(await shop.Add(Roles.SuperUser));
        await using var there = new SuperUserDriver(nodes.There.Address, cookie);
        await there.Connect();

        await using var visitor = await shop.Visitor();
        var ticket = (await visitor.Web.Hub("visitor")).Query;
        var elsewhere = new UriBuilder(nodes.There.Address) { Scheme = "ws", Path = "/hubs/visitor", Query = ticket }.Uri;
        await using var line = await HubClient.Connect(elsewhere, origin: null, (_, _) => { });
        Assert.False(line.Ended.IsCompleted);
    }

    private async Task<(Talking Talk, SuperUserDriver Elsewhere)> Talk()
    {
        await Whole();
        var shop = await nodes.Here.Open();
        var cookie = await shop.SignIn(await shop.Add(Roles.SuperUser));
        var member = new SuperUserDriver(nodes.Here.Address, cookie);
        await member.Connect();
        var elsewhere = new SuperUserDriver(nodes.There.Address, cookie);
        await elsewhere.Connect();
        var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Which lamp?"))).Value!.Thread.ThreadId;
        var live = await member.AcceptNext(asked);
        return (new(visitor, member, asked, live.Fence), elsewhere);
    }

    // A connection that was made anew while the old one thawed takes its place once more: what gets lost in that moment comes as a head.
    private static async Task<bool> IsPushedAgain(Talking talk, SuperUserDriver elsewhere)
    {
        for (var said = 0; said < 20; said++)
        {
            var stored = (await talk.Visitor.Http.Send(new(talk.Thread, Keys.New(), $"Back again {said}"))).Value!;
            await elsewhere.Screen.UntilKnown(talk.Thread, stored.Seq);
            if (elsewhere.Screen.Texts(talk.Thread).Contains(stored.Text)) return true;
        }
        return false;
    }

    // What was read just now is kept for three seconds when no word comes. A stall of the machine may last as long, but not every time.
    private async Task<bool> IsToldAtOnce(Site site)
    {
        var there = nodes.There.Get<SiteStore>();
        for (var renamed = 0; renamed < 20; renamed++)
        {
            var (name, began) = ($"Told {renamed}", TimeProvider.System.GetTimestamp());
            there.Forget();
            await there.Get(site.Id);
            await Rename(site, name);
            await Until(async () => (await there.Get(site.Id)).Name == name, Wire.Patience);
            if (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(3)) return true;
        }
        return false;
    }

    private Task Rename(Site site, string name) => nodes.Here.Write(async tx =>
    {
        var locked = (await nodes.Here.Get<SiteStore>().Lock(tx, site.Id))!;
        await nodes.Here.Get<SiteStore>().Save(tx, locked with { Name = name });
    });

    private Task Whole() => Until(() => Task.FromResult(nodes.Here.Get<Reach>().IsWhole && nodes.There.Get<Reach>().IsWhole), Wire.Patience);

    // Two processes' worth of state that nobody announces.
    private static async Task Until(Func<Task<bool>> holds, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        while (!await holds()) await Task.Delay(50, late.Token);
    }

    private sealed record Talking(VisitorDriver Visitor, SuperUserDriver Member, string Thread, long Fence) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Visitor.DisposeAsync();
            await Member.DisposeAsync();
        }
    }
}
