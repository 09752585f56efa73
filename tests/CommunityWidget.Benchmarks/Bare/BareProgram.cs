using CommunityWidget.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>The counterpart: a hub with the product's limits and pings, and storage of the kind that is asked for, or none.</summary>
internal static class BareProgram
{
    public const string Verb = "bare";

    /// <param name="address">Where it listens.</param>
    /// <param name="store"><c>none</c>, the name of a database, the same with <c>-record</c> or <c>-promised</c>, or <c>queue</c>.</param>
    /// <param name="where">The database's file or connection string, or the queue's Redis.</param>
    public static async Task Run(string address, string store, string where)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = Limits.FrameBytes;
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.MaximumParallelInvocationsPerClient = 1;
        });
        var commit = new BareCommit(store switch
        {
            "sqlite" => new SqliteTable(where),
            "postgres" => new PostgresTable(where),
            "sqlite-record" => new SqliteRecord(where),
            "postgres-record" => new PostgresRecord(where),
            "sqlite-promised" => new SqliteRecord(where, PromisedTables.Create, PromisedTables.LooksOfSqlite),
            "postgres-promised" => new PostgresPromised(where),
            _ => null,
        }) { HasTwoForms = store.EndsWith("-promised", StringComparison.Ordinal) };
        builder.Services.AddSingleton(commit).AddSingleton<BareSequence>();
        builder.Services.AddSingleton(provider => new BareQueue(store == "queue" ? where : "", provider.GetRequiredService<ILoggerFactory>()));
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ok");
        app.MapHub<BareHub>("/hubs/bare", options => options.Transports = HttpTransportType.WebSockets);
        _ = commit.Run();
        // Redis is connected to before anybody calls.
        if (store == "queue") await app.Services.GetRequiredService<BareQueue>().Fill();
        await app.RunAsync();
    }
}
