using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Database;

/// <summary>Brings the schema to this program's version: numbered files, forward only, never edited once shipped (a checksum tells).</summary>
public sealed partial class Migrator(SqlDialect dialect, TimeProvider clock, IOptions<DatabaseOptions> options, ILogger<Migrator> log)
{
    // Moving rows takes what it takes.
    private const int NoEnd = 0;

    private const string CreateTable = "create table if not exists migrations (number bigint primary key, checksum text not null, at bigint not null)";

    private sealed record Applied { public long Number { get; init; } public string Checksum { get; init; } = ""; }

    /// <summary>At the start of the program: migrates where that is its own affair, otherwise refuses a schema that is not its own.</summary>
    public Task Run(CancellationToken stop = default) => dialect.MigratesItself || options.Value.Migrate ? Migrate(stop) : Explained(dialect.ExplainReading, async connection =>
    {
        var exists = await connection.QueryFirstAsync<long>(dialect.TableExists, new { table = "migrations" }) > 0;
        var missing = Missing(exists ? await Read(connection, null) : []);
        if (missing.Count > 0)
        {
            throw new UnusableDatabaseException(
                $"The database lacks {missing.Count} of this program's migrations. Run it once with the verb migrate, start it with Database:Migrate=true, or {dialect.Elsewhere}.");
        }
        return missing;
    }, stop);

    /// <summary>
    /// Runs what is missing; gives what that was. Safe to run twice at once, and beside programs that work: a step that would have them wait gives way and is tried again.
    /// Where a fleet shares the database each step is a transaction, so that whoever is stopped in between leaves whole ones.
    /// </summary>
    public Task<IReadOnlyList<Migration>> Migrate(CancellationToken stop = default) => Explained(dialect.Explain, async connection =>
    {
        if (dialect.LockSchema.Length == 0) return await Step(connection, all: true, stop);
        var run = new List<Migration>();
        try
        {
            await Do(connection, dialect.LockSchema, null, stop);
            while (await StepInTheEnd(connection, stop) is { Count: > 0 } some) run.AddRange(some);
        }
        finally
        {
            await Unlock(connection);
        }
        return run;
    }, stop);

    private async Task<IReadOnlyList<Migration>> StepInTheEnd(DbConnection connection, CancellationToken stop)
    {
        for (var isSaid = false; ; isSaid = true)
        {
            try
            {
                return await Step(connection, all: false, stop);
            }
            catch (DbException error) when (dialect.MayStepAgain(error))
            {
                if (!isSaid) Log.Waits(log);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1_000, 3_000)), clock, stop);
            }
        }
    }

    private async Task<IReadOnlyList<Migration>> Step(DbConnection connection, bool all, CancellationToken stop)
    {
        await using var transaction = await dialect.Begin(connection, dialect.Patience);
        if (dialect.StepLimits.Length > 0) await Do(connection, dialect.StepLimits, transaction, stop);
        await Do(connection, CreateTable, transaction, stop);
        var missing = Missing(await Read(connection, transaction));
        IReadOnlyList<Migration> now = all ? missing : [.. missing.Take(1)];
        foreach (var migration in now)
        {
            try
            {
                await Do(connection, migration.Sql, transaction, stop);
            }
            catch (DbException error) when (!dialect.MayStepAgain(error))
            {
                var others = all && migration != now[0] ? ", and so were those of this start before it" : migration.Number > 1 ? "; those before it are kept" : "";
                throw new UnusableDatabaseException($"Migration {migration.Name} failed and was undone{others}. {dialect.Explain(error)} Mend that and run it again.", error);
            }
            await connection.ExecuteAsync(
                "insert into migrations (number, checksum, at) values (@Number, @Checksum, @At)",
                new { migration.Number, migration.Checksum, At = clock.NowMs() },
                transaction);
        }
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var migration in now) Log.Applied(log, migration.Number, migration.Name);
        return now;
    }

    private static Task Do(DbConnection connection, string sql, DbTransaction? transaction, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, commandTimeout: NoEnd, cancellationToken: stop));

    // A connection that broke took its lock along.
    private async Task Unlock(DbConnection connection)
    {
        try
        {
            await connection.ExecuteAsync($"rollback; {dialect.UnlockSchema}");
        }
        catch (DbException)
        {
            // What went wrong before is said.
        }
        catch (InvalidOperationException)
        {
            // It is closed already.
        }
    }

    private async Task<IReadOnlyList<Migration>> Explained(Func<DbException, string> explain, Func<DbConnection, Task<IReadOnlyList<Migration>>> work, CancellationToken stop)
    {
        try
        {
            await using var connection = await dialect.Open(stop);
            return dialect.Refuses(connection) is { } refusal ? throw new UnusableDatabaseException(refusal) : await work(connection);
        }
        catch (DbException error)
        {
            throw new UnusableDatabaseException(explain(error), error);
        }
    }

    private static async Task<IReadOnlyList<Applied>> Read(DbConnection connection, DbTransaction? transaction) =>
        (await connection.QueryAsync<Applied>("select number, checksum from migrations", transaction: transaction)).AsList();

    private IReadOnlyList<Migration> Missing(IReadOnlyList<Applied> applied)
    {
        var known = Migration.All(dialect.Name);
        if (applied.Any(was => was.Number > known[^1].Number))
            throw new UnusableDatabaseException($"The database was made by a newer version of this program. Start that version, or {dialect.Elsewhere}.");
        var sums = applied.ToDictionary(was => was.Number, was => was.Checksum);
        if (known.FirstOrDefault(m => sums.TryGetValue(m.Number, out var sum) && !m.IsRun(sum)) is { } edited)
            throw new UnusableDatabaseException($"Migration {edited.Name} was changed after this database had run it. Restore the shipped file; write a new migration for the change.");
        return [.. known.Where(m => !sums.ContainsKey(m.Number))];
    }

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Information, "Migration {Number} applied: {Name}")]
        public static partial void Applied(ILogger log, long number, string name);

        [LoggerMessage(104, LogLevel.Warning, "A migration waits: something long, such as a backup, holds a table it changes; it is tried again until that ends")]
        public static partial void Waits(ILogger log);
    }
}
