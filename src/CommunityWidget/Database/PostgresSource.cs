using Npgsql;

namespace CommunityWidget.Database;

/// <summary>The pool of connections to PostgreSQL, with the patience we have: whatever happens to the server, a request has its answer in time.</summary>
public static class PostgresSource
{
    // A node that freezes in the middle of a transaction does not keep its locks from the others.
    private const int IdleInTransactionMs = 10_000;

    private static readonly string[] Writes = ["any", "primary", "prefer-primary", "read-write"];

    private static UnusableDatabaseException OnlyReads => new(
        "ConnectionStrings:Postgres asks for a server that only reads. Leave Target Session Attributes (target_session_attrs) out: of several hosts the one that takes writes is found.");

    public static NpgsqlDataSource Build(string text, DatabaseOptions options)
    {
        try
        {
            // Without a log of its own: it would be a line per statement, and what fails reaches ours.
            var builder = new NpgsqlDataSourceBuilder(PostgresAddress.Read(text).ConnectionString);
            var isPair = builder.ConnectionStringBuilder.Host?.Contains(',', StringComparison.Ordinal) == true;
            Set(builder.ConnectionStringBuilder, options);
            // Whichever of them takes writes: after a failover that is another one.
            return isPair ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.ReadWrite) : builder.Build();
        }
        // What does not go together. It holds a password: neither what was written nor the error is repeated.
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new UnusableDatabaseException("ConnectionStrings:Postgres names settings that do not go together. Write no more than Host=db;Username=community;Password=…;Database=community needs.");
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder to, DatabaseOptions options)
    {
        // With it the server's word on a row that cannot be stored repeats the row, and errors are logged.
        to.IncludeErrorDetail = false;
        to.ApplicationName ??= "community-widget";
        // The driver refuses it here; which server we want is said when the pool is made.
        if (to.TargetSessionAttributes is { } wanted && !Writes.Contains(wanted)) throw OnlyReads;
        to.TargetSessionAttributes = null;
        // How long a server that was a standby is taken for one.
        to.HostRecheckSeconds = Math.Min(to.HostRecheckSeconds, 2);
        to.MaxPoolSize = options.PoolSize;
        to.Timeout = Seconds(options.ConnectTimeoutMs);
        // The server ends a statement first; the client's own patience is for a server that does not answer at all.
        to.CommandTimeout = Seconds(options.CommandTimeoutMs);
        to.CancellationTimeout = 250;
        to.MaxAutoPrepare = 200;
        // No statement of ours changes its session beyond its own transaction, and setting one back is seven statements for each that is run.
        to.NoResetOnClose = true;
        to.Options = string.Join(' ', to.Options, $"-c statement_timeout={options.CommandTimeoutMs} -c lock_timeout={options.CommandTimeoutMs * 4 / 5}",
            $"-c idle_in_transaction_session_timeout={IdleInTransactionMs}").Trim();
    }

    private static int Seconds(int ms) => (ms + 999) / 1_000;
}
