using System.Data.Common;

namespace CommunityWidget.Database;

/// <summary>Says at start when the server would answer before what it stored is safe: what people were told is kept could be gone after it fell. Nothing is forced: whoever runs it may want that.</summary>
public sealed partial class DurabilityCheck(Db db, ILogger<DurabilityCheck> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (db.Dialect.Unsafe.Length == 0) return;
        try
        {
            if (await db.Query<string>(db.Dialect.Unsafe) is { Count: > 0 } settings) Log.MayLose(log, string.Join(", ", settings));
        }
        catch (DbException)
        {
            // It is away, or does not say: no reason not to start.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(105, LogLevel.Warning, "PostgreSQL answers before what it stored is safe ({Settings} off): messages people were told are kept may be gone after it falls. Set them on, in postgresql.conf and for this role and database")]
        public static partial void MayLose(ILogger log, string settings);
    }
}
