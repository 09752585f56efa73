using System.Data.Common;
using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Telemetry;
using Dapper;

namespace CommunityWidget.Database;

/// <summary>The door to the database: reads, and short transactions that either commit or leave nothing behind.</summary>
public sealed partial class Db(SqlDialect dialect, ILogger<Db> log)
{
    private static readonly TimeSpan SaidAgain = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _writer = new(1, 1);

    private readonly Retries _retries = new(dialect);

    private readonly SpareThreads _spare = SpareThreads.OfThePool(dialect.Blocks);

    private long _saidAt = long.MinValue;

    public SqlDialect Dialect => dialect;

    /// <summary>Reads committed rows.</summary>
    public Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null) => Read<IReadOnlyList<T>>(async connection =>
        (await connection.QueryAsync<T>(sql, parameters)).AsList());

    /// <summary>Reads one committed row, or nothing.</summary>
    public Task<T?> Find<T>(string sql, object? parameters = null) => Read(connection => connection.QueryFirstOrDefaultAsync<T>(sql, parameters));

    /// <summary>What one statement finds first and what another one does, in one way there and back; the second sees no less than the first.</summary>
    public Task<(TFirst? First, IReadOnlyList<T> Rows)> FindAndQuery<TFirst, T>(string find, string query, object parameters) => Read<(TFirst?, IReadOnlyList<T>)>(async connection =>
    {
        await using var read = await connection.QueryMultipleAsync($"{find};\n{query}", parameters);
        return (await read.ReadFirstOrDefaultAsync<TFirst>(), (await read.ReadAsync<T>()).AsList());
    });

    /// <summary>The same with what a third one finds.</summary>
    public Task<(TFirst? First, IReadOnlyList<T> Rows, IReadOnlyList<TMore> More)> FindAndQuery<TFirst, T, TMore>(string statements, object parameters) => Read<(TFirst?, IReadOnlyList<T>, IReadOnlyList<TMore>)>(async connection =>
    {
        await using var read = await connection.QueryMultipleAsync(statements, parameters);
        return (await read.ReadFirstOrDefaultAsync<TFirst>(), (await read.ReadAsync<T>()).AsList(), (await read.ReadAsync<TMore>()).AsList());
    });

    /// <summary>Runs <paramref name="work"/> in one transaction, anew when it lost a race. A refusal rolls it back; what it registered with <see cref="Tx.AfterCommit"/> runs once it is durable.</summary>
    public async Task<Reply<T>> Write<T>(Func<Tx, Task<Reply<T>>> work) where T : class
    {
        try
        {
            return await InTime(async silence =>
            {
                var (reply, news) = await Commit(work, silence);
                silence.Answered();
                foreach (var tell in news) await Tell(tell);
                return reply;
            });
        }
        catch (CommitLostException error)
        {
            Log.CommitLost(log, error);
            return Refusals.StorageAway;
        }
        catch (RefusedException error)
        {
            return error.Refusal;
        }
        catch (DbException error) when (dialect.IsAway(error))
        {
            return Refusals.StorageAway;
        }
    }

    /// <summary>Takes from the disk what was deleted; false when somebody was in the way.</summary>
    public async Task<bool> Scrub()
    {
        try
        {
            await using var connection = await Open();
            return await dialect.Scrub(connection);
        }
        catch (DbException error) when (dialect.IsAway(error))
        {
            return false;
        }
    }

    /// <summary>After many rows came at once. Where it cannot be now, the database's own housekeeping does it some time.</summary>
    public async Task LearnSizes()
    {
        try
        {
            await using var connection = await Open();
            await dialect.LearnSizes(connection);
        }
        catch (DbException error) when (dialect.IsAway(error))
        {
            // Nothing depends on it.
        }
    }

    private Task<T> Read<T>(Func<DbConnection, Task<T>> read) => InTime(async silence =>
    {
        await using var connection = await Open();
        silence.Asked();
        return await read(connection);
    });

    private async Task<DbConnection> Open()
    {
        try
        {
            return await dialect.Open(CancellationToken.None);
        }
        catch (DbException error) when (dialect.IsShutOut(error))
        {
            SayWhy(error);
            throw;
        }
    }

    // Whoever asks is told to come again; whoever runs it is told what to mend, not once for each.
    private void SayWhy(DbException error)
    {
        var (now, before) = (dialect.Clock.GetTimestamp(), Volatile.Read(ref _saidAt));
        if (before != long.MinValue && dialect.Clock.GetElapsedTime(before, now) < SaidAgain) return;
        if (Interlocked.CompareExchange(ref _saidAt, now, before) == before) Log.ShutOut(log, dialect.Explain(error));
    }

    // A database in our own process is never silent.
    private Task<T> InTime<T>(Func<Silence, Task<T>> work)
    {
        var silence = new Silence(dialect.OpensWithin ?? Timeout.InfiniteTimeSpan, dialect.SilentAfter ?? Timeout.InfiniteTimeSpan, dialect.Clock, _spare);
        var done = _retries.Run(() =>
        {
            silence.Opens();
            return work(silence);
        });
        return dialect.SilentAfter is null || done.IsCompleted ? done : silence.Break(done);
    }

    // What is stored is stored: news that cannot be told is fetched by whoever misses it.
    private async Task Tell(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Log.NotTold(log, error);
        }
    }

    private async Task<(Reply<T> Reply, IReadOnlyList<Func<Task>> News)> Commit<T>(Func<Tx, Task<Reply<T>>> work, Silence silence) where T : class
    {
        using var step = Traces.Step("transaction");
        var asked = Stopwatch.GetTimestamp();
        if (dialect.OneWriter && !await _writer.WaitAsync(dialect.Patience)) return (Refusals.StorageAway, []);
        try
        {
            await using var connection = await Open();
            silence.Asked();
            // What was waited for the writer before is not waited again.
            await using var transaction = await dialect.Begin(connection, dialect.Patience - Stopwatch.GetElapsedTime(asked));
            var tx = new Tx(connection, transaction, dialect, silence);
            var reply = await work(tx);
            if (reply.Refusal is not null)
            {
                await transaction.RollbackAsync();
                return (reply, []);
            }
            // Throws where whoever wanted it was refused meanwhile: then it is rolled back.
            silence.Asked();
            await Commit(transaction);
            return (reply, tx.News);
        }
        finally
        {
            if (dialect.OneWriter) _writer.Release();
        }
    }

    private async Task Commit(DbTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync();
        }
        catch (DbException error) when (dialect.IsAway(error) && !dialect.LostRace(error))
        {
            throw new CommitLostException(error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(108, LogLevel.Error, "The database does not let us in; whoever asks is told to come again. {Why}")]
        public static partial void ShutOut(ILogger log, string why);

        [LoggerMessage(103, LogLevel.Warning, "The connection was lost in a commit; whether it was kept is not known, so it was refused")]
        public static partial void CommitLost(ILogger log, Exception error);

        [LoggerMessage(102, LogLevel.Error, "A committed change could not be told")]
        public static partial void NotTold(ILogger log, Exception error);
    }
}
