using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.Matching;

/// <summary>
/// Nodes on one server without a Redis do not hear each other's people. Each writes down every two seconds that it is there; the one that was there first
/// goes on as if it were alone, the others as if their Redis were away: whatever they do, nobody's conversation is taken because they sit at another node.
/// </summary>
public sealed partial class SoleNode(Db db, Drain drain, TimeProvider clock, ILogger<SoleNode> log) : IHostedService
{
    // Several looks long; who ends says so, and who died is waited for.
    private const long LeaseMs = 6_000, ForgetMs = 60_000;

    private const string Nodes = "node ";

    // In order of when they began.
    private readonly string _name = Nodes + clock.NewId().ToString("N", CultureInfo.InvariantCulture);

    private volatile bool _wasThere;
    private bool _isFirst = true;

    private sealed record First(string Name);

    /// <summary>Says that this node is there, and looks whether another one was before. Two that begin at once see each other at their next look.</summary>
    public async Task<bool> IsFirst()
    {
        // A file has one program.
        if (db.Dialect.Now.Length == 0) return true;
        // It asks nobody any more: whoever takes over need not wait until it has ended.
        if (drain.HasBegun) return _isFirst;
        _wasThere = true;
        var first = await db.Write<First>(async tx =>
        {
            await tx.Execute($"insert into probes (name, at) values (@me, {tx.Dialect.Now} + {LeaseMs}) on conflict (name) do update set at = excluded.at", new { me = _name });
            await tx.Execute($"delete from probes where name in (select name from probes where name like '{Nodes}%' and at < {tx.Dialect.Now} - {ForgetMs}{tx.Dialect.SkipLocked})", new { });
            return new First((await tx.Find<string>($"select min(name) from probes where name like '{Nodes}%' and at >= {tx.Dialect.Now}"))!);
        });
        // While the database is away nothing can be taken from anybody.
        if (first.Value is not { } known) return _isFirst;
        var isFirst = known.Name == _name;
        if (isFirst != _isFirst)
        {
            if (isFirst) Log.Alone(log);
            else Log.NotAlone(log);
        }
        return _isFirst = isFirst;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        drain.OnBegin(_ => Leave());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Leave();

    private async Task Leave()
    {
        if (!_wasThere) return;
        await db.Write<Done>(async tx =>
        {
            await tx.Execute("delete from probes where name = @me", new { me = _name });
            return Done.It;
        });
    }

    private static partial class Log
    {
        [LoggerMessage(307, LogLevel.Error, "Another node runs on this database and there is no Redis, so that neither hears the other's people: here nobody new is asked and nobody's conversation is taken away. Set ConnectionStrings:Redis on every node, or run one node. Where a node takes over from another this ends with that one")]
        public static partial void NotAlone(ILogger log);

        [LoggerMessage(308, LogLevel.Information, "No other node runs on this database any more: people are asked here")]
        public static partial void Alone(ILogger log);
    }
}
