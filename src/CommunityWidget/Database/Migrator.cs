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
    public Task Run() => dialect.MigratesItself || options.Value.Migrate ? Migrate() : Explained(async connection =>
    {
        var exists = await connection.QueryFirstAsync<long>(dialect.TableExists, new { table = "migrations" }) > 0;
        var missing = Missing(exists ? await Read(connection, null) : []);
        if (missing.Count > 0)
        {
            throw new UnusableDatabaseException(
                $"The database lacks {missing.Count} of this program's migrations. Run it once with the verb migrate, start it with Database:Migrate=true, or {dialect.Elsewhere}.");
        }
        return missing;
    });

    /// <summary>Runs what is missing, as one transaction; gives what that was. Safe to run twice at once.</summary>
    public Task<IReadOnlyList<Migration>> Migrate() => Explained(async connection =>
    {
        await using var transaction = await dialect.Begin(connection, dialect.Patience);
        if (dialect.LockSchema.Length > 0) await connection.ExecuteAsync(dialect.LockSchema, transaction: transaction, commandTimeout: NoEnd);
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var missing = Missing(await Read(connection, transaction));
        foreach (var migration in missing)
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction, commandTimeout: NoEnd);
            await connection.ExecuteAsync(
                "insert into migrations (number, checksum, at) values (@Number, @Checksum, @At)",
                new { migration.Number, migration.Checksum, At = clock.NowMs() },
                transaction);
            Log.Applied(log, migration.Number, migration.Name);
        }
        await transaction.CommitAsync();
        return missing;
    });

    private async Task<IReadOnlyList<Migration>> Explained(Func<DbConnection, Task<IReadOnlyList<Migration>>> work)
    {
        try
        {
            await using var connection = await dialect.Open(CancellationToken.None);
            return dialect.Refuses(connection) is { } refusal ? throw new UnusableDatabaseException(refusal) : await work(connection);
        }
        catch (DbException error)
        {
            throw new UnusableDatabaseException(dialect.Explain(error), error);
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
        if (known.FirstOrDefault(m => sums.TryGetValue(m.Number, out var sum) && sum != m.Checksum) is { } edited)
            throw new UnusableDatabaseException($"Migration {edited.Name} was changed after this database had run it. Restore the shipped file; write a new migration for the change.");
        return [.. known.Where(m => !sums.ContainsKey(m.Number))];
    }

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Information, "Migration {Number} applied: {Name}")]
        public static partial void Applied(ILogger log, long number, string name);
    }
}
