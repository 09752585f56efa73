using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>One seeded run: random people do random things, and after each all promises are checked.</summary>
public sealed partial class History : IAsyncDisposable
{
    private readonly TestWorld _world;
    private readonly Random _random;
    private readonly HistoryPeople _people;
    private readonly DbConnection _connection;
    private readonly OfferPromises _offers;
    private readonly OrderPromises _order;
    private readonly NoticePromises _notices;
    private readonly HashSet<Guid> _wanted = [];
    private readonly List<string> _log = [];
    private HistoryState _state = null!;

    private History(TestWorld world, DbConnection connection, Random random)
    {
        (_world, _connection, _random) = (world, connection, random);
        _people = new(world, random);
        _offers = new(_people, LadderOf, _wanted);
        _order = new(LadderOf);
        _notices = new(connection);
        world.Notices.Heard = _notices.Hear;
    }

    /// <summary>What was done, one line a step.</summary>
    public IReadOnlyList<string> Log => _log;

    public static async Task<History> Begin(int seed, Func<TimeProvider, IMatchQueue>? queue = null)
    {
        var random = new Random(seed);
        var world = await TestWorld.Start(HistoryLadders.Any(random), on: await Database(), queue: queue);
        var history = new History(world, await world.Get<SqlDialect>().Open(CancellationToken.None), random);
        history._log.Add(string.Join(", ", world.Here.Ladder.Rungs));
        await history._people.Invite();
        foreach (var m in history._people.Members) history._log.Add($"{m.Member.Name} on {m.Site.Slug}: {m.Member.Roles}, {m.Member.Languages}, {m.Member.Seats} seats, {m.Member.Intent}, connected {history._people.Connected.Contains(m.Id)}");
        history._state = await HistoryState.Read(history._connection, world.Now);
        return history;
    }

    // One connection to look through, one for everything else: a step that needed two at once would never end.
    private static async Task<TestDatabase> Database() => TestDatabase.IsPostgres ? await WorldPostgres.Create(poolSize: 2) : await TestDatabase.Create();

    public async Task Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Step();
            await _world.RunMatching(CheckPass);
            await CheckAtRest();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _world.DisposeAsync();
    }

    private Ladder LadderOf(Guid site) => (site == _world.Here.Id ? _world.Here : _world.There).Ladder;

    private async Task CheckPass()
    {
        _state = await HistoryState.Read(_connection, _world.Now, _state);
        foreach (var offer in _state.Open)
        {
            if (_state.Helpers(offer.Thread).Contains(offer.Member) || _state.Threads.Any(t => t.Id == offer.Thread && t.WantedMember == offer.Member)) _wanted.Add(offer.Id);
        }
        SeatPromises.Check(_state, _people);
        ThreadPromises.Check(_state);
        _offers.Check(_state);
        _order.Check(_state);
    }

    private async Task CheckAtRest()
    {
        await CheckPass();
        _notices.Check(_state);
        foreach (var site in new[] { _world.Here, _world.There })
        {
            var waiting = _state.Threads.Where(t => t.Site == site.Id && t.State == ThreadStates.Waiting).ToList();
            var onDuty = _state.Members.Any(m => m.Site == site.Id && m.Is(Roles.Agent) && m.Intent == Intents.Available && !m.SuspendedAt(_world.Now) && _people.Connected.Contains(m.Id));
            var returning = ReturningTo(site);
            // The one on Redis waits for other nodes for a moment after it was lost: until then nobody is asked.
            if (_world.Queue.SeesEveryone(_world.Now)) foreach (var thread in waiting) ThreadPromises.CheckLadder(_state, thread, site.Ladder, onDuty, returning);
            var queued = (await _world.Queue.Waiting(site.Id)).ToHashSet();
            Promise.Hold(queued.SetEquals(waiting.Select(t => t.Id)), $"{waiting.Count} questions wait on {site.Slug}, {queued.Count} are queued");
        }
    }

    // For ten seconds after presence was lost, whoever was not heard since may be on their way back.
    private Returning ReturningTo(Site site)
    {
        var since = _world.Get<ReconcileQueue>().KnownSince;
        return _world.Now >= since + 10_000 ? new([]) : new([.. _state.Members.Where(m => m.Site == site.Id && m.Intent == Intents.Available && !m.SuspendedAt(_world.Now)
            && !_people.Connected.Contains(m.Id) && _people.LeftAt.GetValueOrDefault(m.Id) < since)]);
    }
}
