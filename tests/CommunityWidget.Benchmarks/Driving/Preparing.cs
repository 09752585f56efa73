using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Rows a measurement begins with: all of them are there, or nothing is measured.</summary>
internal static class Preparing
{
    /// <summary>With patience for statements that write hundreds of thousands of rows, as the product never does.</summary>
    public static IConfiguration Configured(IReadOnlyDictionary<string, string> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings!) { ["Database:CommandTimeoutMs"] = "60000" }).Build();

    public static async Task Prepare(this Db db, Func<Tx, Task> rows)
    {
        var reply = await db.Write<Done>(async tx =>
        {
            await rows(tx);
            return Done.It;
        });
        if (reply.Refusal is { } refusal) throw new InvalidOperationException($"The rows to measure with could not be written: {refusal.Code}");
    }
}
