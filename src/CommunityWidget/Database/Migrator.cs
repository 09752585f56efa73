using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace CommunityWidget.Database;

/// <summary>Brings the schema to this program's version: numbered files, forward only, never edited once shipped (a checksum tells).</summary>
public sealed partial class Migrator(SqlDialect dialect, TimeProvider clock, ILogger<Migrator> log)
{
    private sealed record Applied { public long Number { get; init; } public string Checksum { get; init; } = ""; }

    public async Task Run()
    {
        try
        {
            await Migrate();
        }
        catch (DbException error)
        {
            throw new UnusableDatabaseException(dialect.Explain(error), error);
        }
    }

    private async Task Migrate()
    {
        await using var connection = await dialect.Open(CancellationToken.None);
        await connection.ExecuteAsync("create table if not exists migrations (number bigint primary key, checksum text not null, at bigint not null)");
        await using var transaction = await dialect.Begin(connection, dialect.Patience);
        var applied = (await connection.QueryAsync<Applied>("select number, checksum from migrations", transaction: transaction)).ToDictionary(m => m.Number);
        var known = Migration.All(dialect.Name);
        RefuseForeign(applied, known);
        foreach (var migration in known.Where(m => !applied.ContainsKey(m.Number)))
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into migrations (number, checksum, at) values (@Number, @Checksum, @At)",
                new { migration.Number, migration.Checksum, At = clock.NowMs() },
                transaction);
            Log.Applied(log, migration.Number, migration.Name);
        }
        await transaction.CommitAsync();
    }

    private static void RefuseForeign(Dictionary<long, Applied> applied, IReadOnlyList<Migration> known)
    {
        if (applied.Count > 0 && applied.Keys.Max() > known[^1].Number)
            throw new InvalidOperationException("The database was made by a newer version of this program. Start that version, or point Database:Path at another file.");
        var edited = known.FirstOrDefault(m => applied.TryGetValue(m.Number, out var was) && was.Checksum != m.Checksum);
        if (edited is not null)
            throw new InvalidOperationException($"Migration {edited.Name} was changed after this database had run it. Restore the shipped file; write a new migration for the change.");
    }

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Information, "Migration {Number} applied: {Name}")]
        public static partial void Applied(ILogger log, long number, string name);
    }
}

/// <summary>There is no starting on this database; the message says what to do.</summary>
public sealed class UnusableDatabaseException(string message, Exception cause) : Exception(message, cause);

/// <summary>One numbered schema step, embedded in the program.</summary>
public sealed record Migration(long Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The steps for one dialect, in order: the common files, and its half of each pair (<c>0007_name.sqlite.sql</c>).</summary>
    public static IReadOnlyList<Migration> All(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Resource: name, Parts: name.Split('.')))
            .Where(file => file.Parts[^2] == dialect || char.IsAsciiDigit(file.Parts[^2][0]))
            .Select(file => Read(assembly, file.Resource, file.Parts.First(part => char.IsAsciiDigit(part.TrimStart('_')[0]) && part.Contains('_')).TrimStart('_')))
            .OrderBy(m => m.Number)];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new(long.Parse(name[..4]), name, reader.ReadToEnd());
    }
}
