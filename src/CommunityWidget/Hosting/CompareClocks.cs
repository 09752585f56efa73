using System.Data.Common;
using CommunityWidget.Database;

namespace CommunityWidget.Hosting;

/// <summary>Compares this node's clock with the database's: at start, before anybody is heard here, and once a minute.</summary>
public sealed class CompareClocks(ClockOffset clocks) : IChore, IHostedService
{
    public TimeSpan Every { get; } = TimeSpan.FromMinutes(1);

    public Task Run() => clocks.Compare();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clocks.Compare();
        }
        catch (DbException)
        {
            // In a minute.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
