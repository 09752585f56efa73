using System.Diagnostics;
using CommunityWidget.Hubs;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>Who does not read is not waited for, and not kept for long.</summary>
public sealed class SlowReaderTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Whoever_takes_nothing_is_cut_off_at_the_limit_and_the_others_hear_everything()
    {
        var readers = new SlowReaders(NullLogger<SlowReaders>.Instance);
        var manager = Nodes.Manager(others: null, readers);
        await using var slow = new HubReader(reads: false);
        await using var quick = new HubReader();
        await manager.OnConnectedAsync(slow.Connection);
        await manager.OnConnectedAsync(quick.Connection);

        var (sent, most) = (0, 0);
        for (; !slow.Connection.ConnectionAborted.IsCancellationRequested && sent < 100_000; sent++)
        {
            Assert.True(manager.SendAllAsync("Hello", [$"{sent:d4}{new string('x', 1_000)}"]).IsCompleted, "Sending waits for who does not read.");
            most = Math.Max(most, readers.Behind(slow.Id));
            await quick.Until($"Hello({sent:d4}{new string('x', 1_000)})");
        }

        Assert.InRange(most, SlowReaders.MostBytes - 2_000, SlowReaders.MostBytes + 2_000);
        Assert.Equal(sent, quick.Heard.Count);
    }

    [Fact]
    public async Task A_page_that_reads_a_byte_a_second_is_dropped_and_the_conversation_goes_on()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await using var maya = await shop.SuperUser();
        var asked = (await visitor.Socket.Ask(Keys.Question("Which?"))).Value!.Thread.ThreadId;
        var live = await maya.AcceptNext(asked);
        var connections = (FanOutLifetimeManager<VisitorHub>)app.Get<HubLifetimeManager<VisitorHub>>();
        var before = connections.Connections.Select(one => one.ConnectionId).ToHashSet();
        await using var slow = await SlowClient.Connect(await visitor.Web.Hub("visitor"));
        await Eventually.Holds(() => connections.Connections.Any(one => !before.Contains(one.ConnectionId)));
        var dropped = connections.Connections.Single(one => !before.Contains(one.ConnectionId)).ConnectionAborted;

        var (slowest, text, sent) = (TimeSpan.Zero, new string('x', 3_500), 0);
        while (!dropped.IsCancellationRequested)
        {
            Assert.True(sent * text.Length < 2_000_000, "It is still kept.");
            await Send();
        }

        // 256 kB here, and what the client's own system took.
        Assert.InRange(sent * text.Length, 64 * 1024, 700 * 1024);
        // A machine at its limit is no quicker where everybody reads.
        var (beside, alone) = (slowest, sent);
        for (slowest = TimeSpan.Zero; sent < 2 * alone;) await Send();
        Assert.True(beside < slowest + TimeSpan.FromSeconds(2), $"Somebody waited {beside} for who does not read, and {slowest} without them.");
        await visitor.Screen.UntilText(asked, $"{sent - 1} {text}");
        Assert.Empty(visitor.Screen.Faults);

        async Task Send()
        {
            var asking = Stopwatch.GetTimestamp();
            Assert.NotNull((await maya.Send(asked, $"{sent} {text}", live.Fence)).Value);
            if (Stopwatch.GetElapsedTime(asking) is var took && took > slowest) slowest = took;
            sent++;
        }
    }
}
