using CommunityWidget.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Inbox;

/// <summary>What was put aside comes back on the clock.</summary>
public sealed class WakeSnoozed(SnoozeThread snooze, IOptions<InboxOptions> options) : IChore
{
    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.SweepMs);

    public Task Run() => snooze.WakeDue();
}

/// <summary>What was said can be searched.</summary>
public sealed class ReadForSearch(IndexThreads index, IOptions<InboxOptions> options) : IChore
{
    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.SweepMs);

    public Task Run() => Run(CancellationToken.None);

    // A database that was filled before is read in small steps, others' writes between them.
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await index.Run()) await Task.Yield();
    }
}
