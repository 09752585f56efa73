using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Redis;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A node that alone is cut off says nothing to the others, and none of them notices: what it stored is found in the database.</summary>
public sealed class PollHeadsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly TimeSpan ThreeSeconds = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task While_all_seems_well_what_another_node_stored_is_told_within_three_seconds()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await using var node = await Node.Start(world, hasOthers: true);

        var said = (await world.Say(visitor, thread, "Is anybody there?")).Value!;
        await node.LetPass(ThreeSeconds);

        Assert.Contains(world.Notices.All.OfType<HeadTold>(), told => told.Head == new HeadNotice(thread.PublicId, said.Seq));
    }

    [Fact]
    public async Task An_offer_whose_push_got_lost_is_told_once_more_and_one_that_ended_is_not()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (lost, over) = (await world.Question(), await world.Question());
        await world.RunMatching();
        var offer = await world.OfferTo(maya, lost);
        await world.Decline(maya, (await world.OfferTo(maya, over)).Id);
        await using var node = await Node.Start(world, hasOthers: true);

        await node.LetPass(ThreeSeconds);

        Assert.All(world.Notices.All.OfType<OfferStood>(), stood => Assert.Equal((maya.Id, offer.Id.ToString()), (stood.Member, stood.Offer.OfferId)));
        Assert.NotEmpty(world.Notices.All.OfType<OfferStood>());
    }

    [Fact]
    public async Task While_pushes_are_lost_an_offer_is_told_too()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        await world.Advance(12);
        await using var node = await Node.Start(world, hasOthers: false, isWhole: false);

        await node.LetPass(TimeSpan.FromSeconds(1));

        Assert.Contains(world.Notices.All.OfType<OfferStood>(), stood => stood.Member == maya.Id && stood.Offer.ThreadId == thread.PublicId);
    }

    /// <summary>When something was said is what the clock of its node said.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public async Task A_node_whose_clock_is_wrong_tells_what_others_stored_and_what_it_stored_itself(int seconds)
    {
        await using var world = await TestWorld.Start();
        await using var wrong = world.AnotherNode(services => services.AddSingleton<TimeProvider>(new Wrong(world.Clock, TimeSpan.FromSeconds(seconds))));
        await wrong.Get<ClockOffset>().Compare();
        var maya = await world.Join(seats: 4);
        var ((visitor, thread), (asker, own)) = (await world.TalkWith(maya), await wrong.TalkWith(maya));
        // By the clock that is ahead first: by it, what the other made is over.
        var offers = new HashSet<string>();
        foreach (var each in seconds > 0 ? [wrong, world] : new[] { world, wrong }) offers.Add(await OfferOf(each, maya));
        await using var node = await Node.Start(wrong, hasOthers: true, isWhole: false);

        var said = (await world.Say(visitor, thread, "Is anybody there?")).Value!;
        await node.LetPass(ThreeSeconds);
        Assert.Contains(wrong.Notices.All.OfType<HeadTold>(), told => told.Head == new HeadNotice(thread.PublicId, said.Seq));
        Assert.Superset(offers, wrong.Notices.All.OfType<OfferStood>().Select(stood => stood.Offer.OfferId).ToHashSet());
        var again = (await wrong.Say(asker, own, "Somebody?")).Value!;
        // Said at once by whoever stores it; what is looked for is what comes afterwards.
        var before = wrong.Notices.All.Count();
        await node.LetPass(ThreeSeconds);

        Assert.Contains(wrong.Notices.All.Skip(before).OfType<HeadTold>(), told => told.Head == new HeadNotice(own.PublicId, again.Seq));
    }

    [Fact]
    public async Task While_pushes_are_lost_half_a_minute_is_looked_back_however_often_heads_are_told_otherwise()
    {
        await using var world = await TestWorld.Start();
        await using var often = world.AnotherNode(services => services.Configure<ConversationOptions>(options => options.HeadsMs = 50));
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        var said = (await world.Say(visitor, thread, "Is anybody there?")).Value!;
        world.Clock.Advance(TimeSpan.FromSeconds(28));
        await using var node = await Node.Start(often, hasOthers: true, isWhole: false);

        await node.LetPass(TimeSpan.FromSeconds(1));

        Assert.Contains(often.Notices.All.OfType<HeadTold>(), told => told.Head == new HeadNotice(thread.PublicId, said.Seq));
    }

    [Fact]
    public async Task Once_others_can_be_reached_again_every_site_hears_that_its_lists_may_have_changed()
    {
        await using var world = await TestWorld.Start();
        await using var node = await Node.Start(world, hasOthers: true, isWhole: false);
        Assert.Empty(world.Notices.All.OfType<ListTold>());

        node.Reach.Mend();
        await node.LetPass(ThreeSeconds);

        Assert.Equal(new[] { world.Here.Id, world.There.Id }.Order(), world.Notices.All.OfType<ListTold>().Select(told => told.Site).Order());
    }

    [Fact]
    public void Only_where_there_is_a_Redis_there_may_be_other_nodes() => Assert.Equal(TestRedis.IsAskedFor, app.Get<Reach>().HasOthers);

    [Fact]
    public async Task It_reaches_the_members_console()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        var id = Guid.Parse((await maya.Console()).Me.Id!);
        var view = new OfferView(Guid.CreateVersion7().ToString(), "lost-push", "Which size?", "en", null, 0, new Contracts.Person(null, null, "visitor"), null, null, 0, 15_000, 15_000, false);

        await app.Get<INotices>().OfferStands(id, view);

        Assert.Equal(view.OfferId, (await maya.NextOffer("lost-push")).OfferId);
    }

    private static async Task<string> OfferOf(TestWorld node, MemberCaller member)
    {
        var asked = await node.Question();
        await node.RunMatching();
        return (await node.OfferTo(member, asked)).Id.ToString();
    }

    private sealed class Wrong(TestClock clock, TimeSpan by) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Node(TestWorld world, PollHeads poll, Reach reach) : IAsyncDisposable
    {
        public Reach Reach => reach;

        public static async Task<Node> Start(TestWorld world, bool hasOthers, bool isWhole = true)
        {
            var reach = new Reach { HasOthers = hasOthers };
            if (!isWhole) reach.Break();
            var poll = ActivatorUtilities.CreateInstance<PollHeads>(world.Get<IServiceProvider>(), reach);
            var node = new Node(world, poll, reach);
            await poll.StartAsync(CancellationToken.None);
            await node.Asleep();
            return node;
        }

        // Half a second each time, and then it has done what was due.
        public async Task LetPass(TimeSpan time)
        {
            for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(0.5))
            {
                world.Clock.Advance(TimeSpan.FromSeconds(0.5));
                await Asleep();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await poll.StopAsync(CancellationToken.None);
            poll.Dispose();
        }

        private Task Asleep() => Eventually.Holds(() => world.Clock.Timers > 0);
    }
}
