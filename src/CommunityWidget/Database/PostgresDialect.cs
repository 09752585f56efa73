using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace CommunityWidget.Database;

/// <summary>The database of a fleet: PostgreSQL 15 or newer, every node with a pool of its own.</summary>
public sealed class PostgresDialect(NpgsqlDataSource source, int mostWaiting = int.MaxValue) : SqlDialect, IAsyncDisposable
{
    private const int OldestMajor = 15;

    private const string Encoding = "UTF8";

    private const string IdleTooLong = "25P03", TransactionTooLong = "25P04";
    private const string PlanIsOld = PostgresErrorCodes.FeatureNotSupported;

    // The driver has no better sign of it.
    private const string PoolIsEmpty = "connection pool has been exhausted";

    // Any number, the same in every version of this program.
    private const long MigrationLock = 4_702_111_234;

    private readonly string _where = new NpgsqlConnectionStringBuilder(source.ConnectionString) is var at ? $"PostgreSQL at {at.Host}:{at.Port}" : "";

    private int _waiting;

    public override string Name => "postgres";

    // Rows that refer to the locked one may still be written: no transaction changes a key.
    public override string ForUpdate => " for no key update";

    public override string ForUpdateOfFree => ForUpdate + " skip locked";

    public override string SkipLocked => " for update skip locked";

    public override bool OneWriter => false;

    // Just after its driver gave up.
    public override TimeSpan? SilentAfter { get; } = TimeSpan.FromSeconds(new NpgsqlConnectionStringBuilder(source.ConnectionString).CommandTimeout + 0.25);

    // As long as a server that hands over is waited for, whatever is set.
    public override TimeSpan? OpensWithin { get; } = new NpgsqlConnectionStringBuilder(source.ConnectionString) is var set
        ? TimeSpan.FromSeconds(Math.Max(set.Timeout, set.CommandTimeout) + 0.25) : null;

    public override int Blocks { get; } = new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize;

    public override TextSearch Search { get; } = new PostgresTextSearch();

    public override bool MigratesItself => false;

    public override string Elsewhere => "point ConnectionStrings:Postgres at another database";

    // Where no schema may be used, one that is there is found out when it is read.
    public override string TableExists => "select count(*) from pg_tables where tablename = @table and (schemaname = any(current_schemas(false)) or current_schema() is null)";

    // The session's own lock outlives the transaction it is waited for in, and goes with the connection of whoever dies.
    public override string LockSchema =>
        $"begin; set local statement_timeout = 0; set local lock_timeout = 0; select pg_advisory_lock({MigrationLock}); commit";

    public override string UnlockSchema => $"select pg_advisory_unlock({MigrationLock})";

    // Whoever reads a table queues behind a step that waits for it, and gives up after two seconds.
    public override string StepLimits => "set local statement_timeout = 0; set local lock_timeout = '1s'";

    public override string LockNamed => "select pg_advisory_xact_lock(hashtextextended(@named, 0))";

    public override string Now => "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    public override string Unsafe => "select name from pg_settings where name in ('synchronous_commit', 'fsync') and setting = 'off' order by name desc";

    public override string In(string column, string parameter) => $"{column} = any({parameter})";

    public override string CodeOf(string text) => $"ascii({text})";

    public override string AnyOf(string column, string parameter) => In(column, parameter);

    public override object Texts(string[] values) => values;

    public override string Table(Rows rows) =>
        $"unnest({string.Join(", ", rows.Columns.Select(column => rows.Parameter(column.Name)))}) as {rows.Name}({rows.Listed})";

    // All in one go: a statement of its own each would be a way there and back each.
    public override Task<int> Run(DbTransaction transaction, IReadOnlyList<RowStatement> statements) => transaction.Connection!.ExecuteAsync(
        string.Join(";\n", statements.Select(statement => statement.Sql)), Arrays(statements), transaction);

    public override async Task<IReadOnlyList<T>> Values<T>(DbTransaction transaction, RowStatement statement) =>
        (await transaction.Connection!.QueryAsync<T>(statement.Sql, Arrays([statement]), transaction)).AsList();

    private static DynamicParameters Arrays(IEnumerable<RowStatement> statements)
    {
        var parameters = new DynamicParameters();
        foreach (var rows in statements.Select(statement => statement.Rows))
        {
            foreach (var (column, values) in rows.Columns) parameters.Add(rows.Parameter(column), values);
        }
        return parameters;
    }

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        // The pool's own queue knows no end.
        if (Interlocked.Increment(ref _waiting) > mostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new NpgsqlException($"{mostWaiting} already wait for a connection.");
        }
        try
        {
            return await source.OpenConnectionAsync(stop);
        }
        catch (TimeoutException error)
        {
            // The driver's own word for a name nobody resolves in time: away like any other.
            throw new NpgsqlException($"{_where} could not be reached in time.", error);
        }
        catch (NpgsqlException error) when (error is { InnerException: TimeoutException } && error.Message.Contains(PoolIsEmpty, StringComparison.Ordinal))
        {
            // We ask much at once: the server is not silent.
            throw new NpgsqlException($"No connection to {_where} came free in time.", error);
        }
        catch (PostgresException error) when (!IsAway(error))
        {
            // A right, a password, a database that is gone: at the door each is somebody's to mend, in a statement it is a mistake of ours.
            throw new NpgsqlException($"{_where} does not let us in.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // Our own certificate, read before anything is asked: the driver hands the system's word on.
            throw new NpgsqlException($"{_where} could not be reached.", error);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public override async Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience) => await connection.BeginTransactionAsync();

    // Within one go, so that the connection goes back to the pool with the limit it had.
    public override Task LearnSizes(DbConnection connection) => connection.ExecuteAsync("begin; set local statement_timeout = 0; analyze; commit", commandTimeout: 600);

    public override string? Refuses(DbConnection connection) => (NpgsqlConnection)connection switch
    {
        { PostgreSqlVersion: { Major: < OldestMajor } old } => $"{_where} is version {old.Major}. Move the database to version {OldestMajor} or newer.",
        // The others lack signs that people write, or cut words within one.
        var server when server.PostgresParameters.TryGetValue("server_encoding", out var encoding) && encoding != Encoding =>
            $"{_where}: database {server.Database} is encoded in {encoding}. Make one by create database … encoding '{Encoding}' lc_collate 'C' lc_ctype 'C' template template0, move what is in the old one by a dump, and name the new one in ConnectionStrings:Postgres.",
        _ => null,
    };

    public override bool IsAway(DbException error) => error switch
    {
        // By class: connection, resources, lock not free, operator, system. And one that only reads, a deadlock, a pair that cannot both be.
        PostgresException { SqlState: var state } => state[..2] is "08" or "53" or "57" or "58"
            || IsLocked(error) || state is PostgresErrorCodes.ReadOnlySqlTransaction or IdleTooLong or TransactionTooLong
            || state is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        NpgsqlException or SilentDatabaseException => true,
        _ => false,
    };

    public override bool IsShutOut(DbException error) => error.InnerException switch
    {
        PostgresException refused => !IsAway(refused),
        // Of several servers one.
        AggregateException several => several.InnerExceptions.OfType<PostgresException>().Any(refused => !IsAway(refused)),
        _ => false,
    };

    public override bool IsLocked(DbException error) => error.SqlState == PostgresErrorCodes.LockNotAvailable;

    public override bool IsSilent(DbException error) => error is NpgsqlException { InnerException: TimeoutException };

    public override bool MayStepAgain(DbException error) => IsLocked(error) || error.SqlState == PostgresErrorCodes.DeadlockDetected;

    public override bool IsDuplicate(DbException error) => error.SqlState == PostgresErrorCodes.UniqueViolation;

    // A table that was migrated under us makes prepared statements old: each of them, on every connection, more than there are tries.
    public override void BeforeAgain(DbException error)
    {
        if (error.SqlState == PlanIsOld) source.Clear();
    }

    public override bool LostRace(DbException error) =>
        IsDuplicate(error) || error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PlanIsOld;

    public override bool LostConnection(DbException error) => error switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P0", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => false,
    };

    public override string Explain(DbException error) => error.InnerException is PostgresException refused ? AtTheDoor(refused) : error.SqlState switch
    {
        // The rest of what it says names users and machines.
        PostgresErrorCodes.InvalidAuthorizationSpecification when error.Message.Contains("pg_hba.conf", StringComparison.Ordinal) => NoLine(),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"{_where} refuses this user or password. Correct ConnectionStrings:Postgres.",
        PostgresErrorCodes.InvalidCatalogName => $"{_where} has no such database. Create it (create database …), or correct ConnectionStrings:Postgres.",
        PostgresErrorCodes.InsufficientPrivilege => $"{_where}: this user may not change the schema. Make it the owner of the database, or run the verb migrate as the owner.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{_where} only reads. Point ConnectionStrings:Postgres at the primary.",
        PostgresErrorCodes.TooManyConnections => $"{_where} has no connection left. Raise max_connections, or lower Database:PoolSize of every node.",
        PostgresErrorCodes.ProtocolViolation =>
            $"{_where} refuses the settings of our sessions ({error.Message}). Name the server itself in ConnectionStrings:Postgres, not a pooler in transaction mode.",
        null => WhyUnreached(error),
        _ => $"{_where} cannot be used: {error.Message}",
    };

    // Without usage of the schema its tables are not seen at all.
    public override string ExplainReading(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable }
        ? $"{_where}: this user may not read its tables. As their owner run grant usage on schema public to …; grant select, insert, update, delete on all tables in schema public to …; and again after each migration."
        : Explain(error);

    private string AtTheDoor(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => $"{_where}: this user may not connect to this database. As its owner run grant connect on database … to …, or correct ConnectionStrings:Postgres.",
        PostgresErrorCodes.ObjectNotInPrerequisiteState => $"{_where} lets nobody into this database. Run alter database … allow_connections true, or correct ConnectionStrings:Postgres.",
        _ => Explain(refused),
    };

    // Where TLS is only preferred the driver asks again without, and the server's last word is always that there was no encryption.
    private string NoLine() => new NpgsqlConnectionStringBuilder(source.ConnectionString).SslMode switch
    {
        SslMode.Disable => $"{_where} takes this user from here by TLS only, or not at all. Write SSL Mode=Require (sslmode=require) into ConnectionStrings:Postgres, or add a line to its pg_hba.conf.",
        SslMode.Allow or SslMode.Prefer => $"{_where} has no line in pg_hba.conf that lets this user in from here (or takes it by TLS only). Add one above those that refuse it, or turn TLS on there (ssl = on).",
        _ => $"{_where} has no line in pg_hba.conf that lets this user in from here. Add one above those that refuse it.",
    };

    // Of this machine, read for each connection.
    private string? CertificateFiles => new NpgsqlConnectionStringBuilder(source.ConnectionString) switch
    {
        { RootCertificate: { } root, SslCertificate: { } own } => $"{root} (Root Certificate, sslrootcert) or {own} (SSL Certificate)",
        { RootCertificate: { } root } => $"{root} (Root Certificate, sslrootcert)",
        { SslCertificate: { } own } => $"{own} (SSL Certificate)",
        _ => null,
    };

    private string DoesNotAnswer => $"{_where} does not answer. Start it, or correct ConnectionStrings:Postgres.";

    // What the driver finds out before there is a session: it has no better signs than these words.
    private string WhyUnreached(Exception error) => error switch
    {
        { InnerException: AuthenticationException { Message: var said } } when said.Contains("certificate", StringComparison.Ordinal) =>
            $"{_where} has no certificate that is trusted here. Name whose it is (Root Certificate, sslrootcert), write the host as the certificate does, or lower SSL Mode (sslmode) in ConnectionStrings:Postgres.",
        { InnerException: AuthenticationException } => $"TLS with {_where} failed. Its log says why: often both know no version of TLS in common (ssl_min_protocol_version).",
        { InnerException: FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or CryptographicException } when CertificateFiles is { } files =>
            $"{_where} cannot be trusted: {files} cannot be read, or holds no certificate. Correct the path in ConnectionStrings:Postgres, or what the file holds.",
        { Message: var said } when said.StartsWith("No password has been provided", StringComparison.Ordinal) => $"{_where} asks for a password. Add Password=… to ConnectionStrings:Postgres.",
        { Message: var said } when said.StartsWith("SSL connection requested", StringComparison.Ordinal) =>
            $"{_where} does not speak TLS. Turn it on there (ssl = on), or lower SSL Mode (sslmode) in ConnectionStrings:Postgres.",
        { Message: var said } when said.StartsWith("No suitable host was found", StringComparison.Ordinal) =>
            $"{_where} only reads: none of its servers takes writes. Name the primary too in ConnectionStrings:Postgres, or wait until a standby has taken over.",
        // Of several servers, whichever is there says more than one that is not.
        { InnerException: AggregateException several } => several.InnerExceptions.OfType<DbException>().Select(one => one is PostgresException refused ? AtTheDoor(refused) : Explain(one)).FirstOrDefault(said => said != DoesNotAnswer) ?? DoesNotAnswer,
        _ => DoesNotAnswer,
    };

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
