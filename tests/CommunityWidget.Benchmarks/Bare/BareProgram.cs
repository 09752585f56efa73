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
    /// <param name="address">Where it listens.</param>
    /// <param name="store"><c>none</c>, or the name of a database.</param>
    /// <param name="where">Its file or connection string.</param>
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
            _ => null,
        });
        builder.Services.AddSingleton(commit).AddSingleton<BareSequence>();
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ok");
        app.MapHub<BareHub>("/hubs/bare", options => options.Transports = HttpTransportType.WebSockets);
        _ = commit.Run();
        await app.RunAsync();
    }
}
