using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Some seeded weeks of a shop in Paris, over the night summer time begins: every way a question may go, by the use cases themselves.</summary>
public sealed class PlayedWeeks : IAsyncDisposable
{
    private static readonly Ladder Quick = new(
    [
        new(RungKinds.Topic, Wave: 2, OfferMs: 5_000, StaysMs: 6_000),
        new(RungKinds.Anyone, Wave: 4, OfferMs: 5_000, StaysMs: 7_000),
        new(RungKinds.Agents, Wave: 4, OfferMs: 5_000, StaysMs: 8_000),
    ]);

    private readonly Random _random;
    private readonly List<MemberCaller> _volunteers = [], _agents = [];
    private readonly HashSet<Guid> _connected = [], _willing = [];
    private readonly List<Look> _looks = [];
    private MemberCaller _nour = null!;
    private int _helped, _asked;

    private PlayedWeeks(TestWorld world, Random random) => (World, _random) = (world, random);

    public TestWorld World { get; }

    public Site Site { get; private set; } = null!;

    /// <summary>A diary of its own: who was connected and switched on whenever the product looked.</summary>
    public IReadOnlyList<Look> Looks => _looks;

    public static async Task<PlayedWeeks> Play(int seed, int questions)
    {
        var world = await TestWorld.Start(Quick, also: services => services.AddNumbers());
        var weeks = new PlayedWeeks(world, new Random(seed));
        await weeks.Open();
        for (var i = 0; i < questions; i++)
        {
            await weeks.Next();
            if (i == questions / 2) await world.Join(languages: "en fr", available: false, connected: false);
        }
        await weeks.GiveUpSome();
        // Whoever still talks falls silent; what is older than two days is read packed from here on.
        await world.Leap(TimeSpan.FromHours(1));
        while (await world.Get<TallyQuestions>().Run()) { }
        while (await world.Get<PackDays>().Run()) { }
        return weeks;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task Open()
    {
        Site = World.Here with { Hours = new("Europe/Paris", []) };
        await World.Db.Write<Done>(async tx =>
        {
            await World.Get<SiteStore>().Save(tx, Site);
            return Done.It;
        });
        await World.Leap(TimeSpan.FromDays(18));
        _volunteers.Add(await World.Join(languages: "en fr", seats: 50));
        _volunteers.Add(await World.Join(seats: 50, topics: ["shoes"]));
        _volunteers.Add(await World.Join(languages: "fr", seats: 50, topics: ["bikes"]));
        _volunteers.Add(await World.Join(roles: $"{Roles.SuperUser} {Roles.Agent}", languages: "en fr", seats: 50, topics: []));
        _volunteers.Add(await World.Join(languages: "en fr", seats: 50));
        _agents.Add(await World.JoinAgent(seats: 90));
        _nour = await World.Join(roles: Roles.Moderator, available: false, connected: false);
        _connected.UnionWith(_volunteers.Concat(_agents).Select(member => member.Id));
        // Next door somebody asks too and somebody is there, and neither is counted here.
        await World.Question(World.There);
        await World.Join(World.There);
    }

    private async Task Next()
    {
        await World.Leap(TimeSpan.FromMinutes(_random.Next(20, 500)));
        for (var looks = _random.Next(1, 4); looks > 0; looks--)
        {
            foreach (var member in _volunteers.Concat(_agents)) await ComesAndGoes(member);
            await Look();
            await World.Leap(TimeSpan.FromMinutes(_random.Next(1, 8)));
        }
        foreach (var member in _volunteers.Concat(_agents)) await Switch(member, on: true);
        await Look();
        var visitor = await World.Arrive();
        var isHeld = ++_asked % 9 == 0;
        if (isHeld) visitor = visitor with { Site = visitor.Site with { Judging = new(Held: "wombat") } };
        var reply = await World.Ask(visitor, One("shoes", "shoes", "bikes", null), One("en", "en", "fr"), isHeld ? "Does a wombat bite?" : "Which size?");
        if (!isHeld || await IsLetThrough(reply.Value!.Thread.ThreadId))
        {
            await World.RunMatching();
            await Goes(visitor, reply.Value!.Thread.ThreadId);
        }
        // Counted as it goes, so that most are counted more than once.
        if (_random.Next(3) == 0) await World.Get<TallyQuestions>().Run();
        await World.Leave(visitor);
    }

    // A moderator reads it minutes later, and does not let every one through.
    private async Task<bool> IsLetThrough(string id)
    {
        await World.Leap(TimeSpan.FromMinutes(_random.Next(1, 9)));
        var passes = _asked % 2 == 0;
        if (passes) await World.Get<DecideHeld>().Pass(_nour, id, 1);
        else await World.Get<DecideHeld>().Refuse(_nour, id, 1);
        if (passes) return true;
        await World.Advance(Change.UndoWithinMs / 1_000 + 1);
        await World.Get<TellKeptBack>().Run();
        return false;
    }

    private async Task ComesAndGoes(MemberCaller member)
    {
        if (_random.Next(4) > 0 && !HasGoneForGood(member))
        {
            if (_connected.Add(member.Id)) await World.ComeBack(member);
        }
        else
        {
            if (_connected.Remove(member.Id)) await World.Leave(member);
        }
        await Switch(member, on: _random.Next(6) > 0);
    }

    // The last of them helps in the first week only.
    private bool HasGoneForGood(MemberCaller member) => member == _volunteers[^1] && World.Clock.GetUtcNow() > new DateTimeOffset(2026, 3, 27, 0, 0, 0, TimeSpan.Zero);

    private async Task Switch(MemberCaller member, bool on)
    {
        await World.SetAvailable(member, on);
        if (on) _willing.Add(member.Id);
        else _willing.Remove(member.Id);
    }

    private async Task Look()
    {
        await World.Advance(3);
        _looks.Add(new(World.Now, [.. _connected.Intersect(_willing)]));
        await World.Get<CountAvailable>().Run();
    }

    private Task Goes(VisitorCaller visitor, string id) => _random.Next(12) switch
    {
        0 => World.End(visitor, new ThreadRecord { PublicId = id }),
        1 => Lapses(id),
        2 => Told(visitor, id, say: false),
        3 => Told(visitor, id, say: true, handOn: true),
        4 => ByTeam(visitor, id),
        5 => Later(visitor, id),
        6 => Told(visitor, id, say: true, again: true),
        _ => Told(visitor, id, say: true),
    };

    // The team ends together what nobody ever answered.
    private async Task GiveUpSome()
    {
        var parked = await World.Db.Query<ThreadRecord>("select id, public_id, fence from threads where site = @Id and state = 'parked' and outcome is null order by asked_at limit 3", new { Site.Id });
        await World.Get<EndTogether>().Run(_agents[0], [.. parked.Select(t => new SeenThread(t.PublicId, t.Fence))]);
    }

    private Task Lapses(string id) => World.Advance(_random.Next(3, 30));

    private async Task<(MemberCaller Member, ThreadRecord Thread)?> Taken(string id)
    {
        await World.Advance(_random.Next(0, 14) + _random.NextDouble());
        var thread = await Row(id);
        var open = await World.OpenOffers(thread);
        if (open.Count == 0) return null;
        var offer = open[_random.Next(open.Count)];
        if (_random.Next(3) == 0)
        {
            await World.Decline(Volunteer(offer.Member), offer.Id);
            await World.RunMatching();
            if ((open = await World.OpenOffers(thread)).Count == 0) return null;
            offer = open[0];
        }
        return (await World.Accept(Volunteer(offer.Member), offer.Id)).Value is { } taken ? (Volunteer(offer.Member), taken) : null;
    }

    private async Task Told(VisitorCaller visitor, string id, bool say, bool handOn = false, bool again = false)
    {
        if (await Taken(id) is not var (member, thread)) return;
        if (handOn)
        {
            var other = _agents[0];
            await (_random.Next(2) == 0 ? World.Release(member, thread) : World.Transfer(member, thread, other.Id));
            await World.RunMatching();
            var offers = await World.OpenOffers(thread);
            if (offers.Count == 0) return;
            member = _volunteers.Concat(_agents).Single(m => m.Id == offers[0].Member);
            thread = (await World.Accept(member, offers[0].Id)).Value!;
        }
        await World.Advance(_random.Next(1, 20));
        if (say) await Talk(visitor, member, thread);
        await World.End(_random.Next(2) == 0 ? visitor : member, await Row(id));
        await Rate(visitor, id);
        if (!again) return;
        await World.Say(visitor, thread, reopen: true);
        await World.RunMatching();
        if (await Taken(id) is var (next, reopened)) await Talk(visitor, next, reopened);
        await Rate(visitor, id);
    }

    private async Task Talk(VisitorCaller visitor, MemberCaller member, ThreadRecord thread)
    {
        for (var i = _random.Next(1, 4); i > 0; i--) Assert.NotNull((await World.Say(member, thread)).Value);
        if (_random.Next(2) == 0) await World.Say(visitor, thread);
        var helper = _volunteers[_random.Next(_volunteers.Count)];
        if (_random.Next(3) != 0 || !_connected.Contains(helper.Id) || (await World.Help(helper, thread)).Value is not { } helped) return;
        // One writes, the next only has an idea; who holds the talk has nobody to tell it.
        if (helper.Id == member.Id || _helped++ % 2 == 0) await World.Say(helper, helped);
        else await Suggest(helper, member, helped);
    }

    private async Task Suggest(MemberCaller helper, MemberCaller member, ThreadRecord thread)
    {
        var idea = (await World.Get<SuggestAnswer>().Run(helper, new(thread.PublicId, World.NewKey(), "Take 43.", thread.Fence))).Value!;
        Assert.NotNull((await World.Get<SendMessage>().Run(member, new MemberMessage(thread.PublicId, World.NewKey(), "Take 43.", thread.Fence, idea.Seq))).Value);
    }

    private async Task ByTeam(VisitorCaller visitor, string id)
    {
        await World.Advance(_random.Next(1, 18));
        if ((await World.Take(_agents[0], id)).Value is not { } thread) return;
        await Talk(visitor, _agents[0], thread);
        await World.End(_agents[0], thread);
        await Rate(visitor, id);
    }

    private async Task Later(VisitorCaller visitor, string id)
    {
        await World.Advance(40);
        if (_random.Next(4) == 0) return;
        var member = _random.Next(2) == 0 ? _agents[0] : _volunteers[_random.Next(_volunteers.Count)];
        if (_random.Next(2) == 0) await World.Leave(visitor);
        if (HasGoneForGood(member)) return;
        await World.Take(member, id);
        await World.Say(member, await Row(id));
        await Rate(visitor, id);
    }

    private async Task Rate(VisitorCaller visitor, string id)
    {
        if (_random.Next(3) == 0) return;
        await World.Get<RateThread>().Run(visitor, new RatingRequest(id, _random.Next(1, 6), _random.Next(3) > 0 ? $"=1+{_random.Next(1_000)} it is" : null));
    }

    private async Task<ThreadRecord> Row(string id) => (await World.Get<ThreadStore>().Find(World.Here.Id, id))!;

    private MemberCaller Volunteer(Guid id) => _volunteers.Concat(_agents).Single(m => m.Id == id);

    private T One<T>(params T[] of) => of[_random.Next(of.Length)];
}

/// <summary>Who could be asked at a moment, agents among them.</summary>
public sealed record Look(long At, IReadOnlyList<Guid> There);
