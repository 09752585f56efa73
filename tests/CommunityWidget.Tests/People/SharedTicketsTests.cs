using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.People;

/// <summary>All of a node's sockets come back at once: what one of them shows twice costs the others nothing.</summary>
public sealed class SharedTicketsTests
{
    [Fact]
    public async Task Used_tickets_among_good_ones_are_refused_in_the_same_one_transaction()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var (database, used, good) = (new HeldDialect(world.Db.Dialect), Tickets(world, visitor, 30), Tickets(world, visitor, 70));
        await using var node = Node(world, database);
        Assert.All(await Task.WhenAll(used.Select(node.Run)), Opened);
        database.HoldNext();
        var first = node.Run(Tickets(world, visitor, 1)[0]);
        await database.Reached;
        var before = database.Begun;

        var shown = used.Concat(good).Select(node.Run).ToList();
        database.LetGo();

        Opened(await first);
        var answers = await Task.WhenAll(shown);
        Assert.All(answers.Take(30), answer => Assert.Equal(Refusals.NotSignedIn, answer.Refusal));
        Assert.All(answers.Skip(30), Opened);
        Assert.Equal(before + 1, database.Begun);
    }

    [Fact]
    public async Task A_ticket_shown_twice_in_one_commit_opens_one_socket()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var database = new HeldDialect(world.Db.Dialect);
        await using var node = Node(world, database);
        database.HoldNext();
        var first = node.Run(Tickets(world, visitor, 1)[0]);
        await database.Reached;
        var before = database.Begun;

        var twice = Tickets(world, visitor, 20);
        var shown = twice.Concat(twice).Select(node.Run).ToList();
        database.LetGo();

        await first;
        var answers = await Task.WhenAll(shown);
        Assert.All(Enumerable.Range(0, 20), place => Assert.Single([answers[place], answers[place + 20]], answer => answer.Value is not null));
        Assert.Equal(before + 1, database.Begun);
    }

    [Fact]
    public async Task A_ticket_shown_on_two_nodes_at_once_opens_one_socket_and_nobody_meets_an_error()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        await using RedeemTickets here = Node(world, world.Db.Dialect), there = Node(world, world.Db.Dialect);
        for (var round = 0; round < 10; round++)
        {
            var tickets = Tickets(world, visitor, 40);
            var (one, other) = (Task.Run(() => Task.WhenAll(tickets.Select(here.Run))), Task.Run(() => Task.WhenAll(tickets.AsEnumerable().Reverse().Select(there.Run))));

            var (answers, others) = (await one, (await other).Reverse().ToList());

            Assert.All(tickets.Select((_, place) => place), place => Assert.Equal(
                [Refusals.NotSignedIn, null], new[] { answers[place].Refusal, others[place].Refusal }.OrderBy(refusal => refusal is null)));
        }
    }

    [Fact]
    public async Task Used_tickets_are_forgotten_though_the_clock_was_put_back_an_hour()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        await using var node = Node(world, world.Db.Dialect);
        Opened(await node.Run(Tickets(world, visitor, 1)[0]));
        world.Clock.Set(TimeSpan.FromHours(-1));
        Opened(await node.Run(Tickets(world, visitor, 1)[0] with { ExpiresAt = world.Now + 1 }));
        world.Clock.Advance(TimeSpan.FromSeconds(11));

        Opened(await node.Run(Tickets(world, visitor, 1)[0]));

        // The first one's time is still to come, and the last one's.
        Assert.Equal(2, await world.Db.Find<long>("select count(*) from used_tickets"));
    }

    private static void Opened(Reply<TicketHolder> answer) => Assert.NotNull(answer.Value?.Visitor);

    private static RedeemTickets Node(TestWorld world, SqlDialect database) =>
        new(new Db(database, NullLogger<Db>.Instance), world.Get<VisitorStore>(), world.Get<MemberStore>(), world.Clock);

    private static IReadOnlyList<Ticket> Tickets(TestWorld world, VisitorCaller visitor, int many) =>
        [.. Enumerable.Range(0, many).Select(_ => new Ticket(world.Clock.NewId(), "visitor", true, visitor.Id, visitor.Site.Id, world.Now + 60_000))];

    /// <summary>Counts transactions, and holds one before it begins until the test lets it go.</summary>
    private sealed class HeldDialect(SqlDialect real) : DialectAround(real)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _begun, _holds;

        public int Begun => _begun;

        public Task Reached => _reached.Task;

        public void HoldNext() => Volatile.Write(ref _holds, 1);

        public void LetGo() => _go.TrySetResult();

        public override async Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience)
        {
            Interlocked.Increment(ref _begun);
            if (Interlocked.Exchange(ref _holds, 0) == 1)
            {
                _reached.TrySetResult();
                await _go.Task;
            }
            return await base.Begin(connection, patience);
        }
    }
}
