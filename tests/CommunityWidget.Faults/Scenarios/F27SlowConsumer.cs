using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F27SlowConsumer() : UnderLoad(27, "somebody who reads one byte a second, in a thread with 100 messages a second")
{
    private const int PerSecond = 100, MostKb = 256;

    // What a WebSocket and SignalR put around a message.
    private const int AroundEach = 5;

    private double _droppedAfter = double.PositiveInfinity;
    private long _hotFrom, _slowFrom, _slowTo, _mostHeld;

    public override string Load(Rig rig) => $"{base.Load(rig)}, one thread with {PerSecond} msg/s";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var hot = chats.All[0];
        var lasts = rig.Of(TimeSpan.FromSeconds(40));
        // The same hot thread without anybody slow, to compare with.
        _hotFrom = Now;
        await Flood(hot, TimeSpan.FromSeconds(10));
        await using var narrow = new Servers.TcpProxy(nodes.All[0].Port) { IsNarrow = true };
        var page = new WebDoor(narrow.Address, hot.Guest.Credentials);
        await using var slow = await HubClient.Connect(await page.Hub("visitor"), origin: null, (_, _) => { });
        await slow.Call<Reply<ThreadSnapshot>>("Resume", hot.Thread, 0);
        // Told the same at the same node, and reads it.
        await using var witness = await HubClient.Connect(await new WebDoor(nodes.All[0].Address, hot.Guest.Credentials).Hub("visitor"), origin: null, (_, _) => { });
        await witness.Call<Reply<ThreadSnapshot>>("Resume", hot.Thread, 0);
        witness.Frames.Clear();
        narrow.Weather = new(BytesPerSecond: 1);
        _slowFrom = Now;
        using var over = new CancellationTokenSource();
        var watching = Watch(narrow, witness, over.Token);
        await Flood(hot, lasts);
        _slowTo = Now;
        await over.CancelAsync();
        await watching;
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        double Rate(long from, long to) => said.Acked.Count(m => m.SentAt > from && m.SentAt < to) * 1_000.0 / Math.Max(1, to - from);
        outcome.Note($"{Outcome.Number(Rate(_slowFrom, _slowTo))} messages a second meanwhile, of which {PerSecond} were meant for the one thread; {Outcome.Number(Rate(_hotFrom, _slowFrom))} without anybody slow");
        outcome.AtMost("dropped after", 30, _droppedAfter, " s");
        outcome.AtMost("written to it and not read from the server's side of its line, at most", MostKb, _mostHeld / 1_024.0, " kB");
        double P99(long from, long to) => Said.Percentile(said.Acked.Where(m => m.SentAt > from && m.SentAt < to && m.ShownAt > 0).Select(m => m.DeliveryMs), 99);
        var (usual, meanwhile) = (P99(_hotFrom, _slowFrom), P99(_slowFrom, _slowTo));
        outcome.AtMost($"others' p99 (without anybody slow: {Outcome.Number(usual)} ms)", usual * 1.2, meanwhile, " ms");
        AllAcknowledged(said, outcome);
    }

    private static async Task Flood(Chat hot, TimeSpan lasts)
    {
        using var over = new CancellationTokenSource(lasts);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async writer =>
        {
            for (var number = 0; !over.IsCancellationRequested; number++)
            {
                await hot.Guest.Send(hot.Thread, $"hot {writer} {number} {Now:x} {new string('x', 200)}", Mishap.None);
                await Task.Delay(1_000 * 10 / PerSecond);
            }
        }));
    }

    private async Task Watch(Servers.TcpProxy narrow, HubClient witness, CancellationToken over)
    {
        // The line of the socket is the younger one: its ticket was fetched on another.
        var line = narrow.LinesToServer[^1];
        var (told, before) = (0L, narrow.Taken(line));
        while (!over.IsCancellationRequested && double.IsPositiveInfinity(_droppedAfter))
        {
            while (witness.Frames.TryDequeue(out var frame)) told += Encoding.UTF8.GetByteCount(frame) + AroundEach;
            // In the program, and in the system under it.
            if (IsHeld(narrow.Target, line)) _mostHeld = Math.Max(_mostHeld, told - (narrow.Taken(line) - before));
            else _droppedAfter = (Now - _slowFrom) / 1_000.0;
            await Task.Delay(50, CancellationToken.None);
        }
    }

    // What the server has closed may still hold bytes that nobody fetches; the kernel knows that its process is done with it.
    private static bool IsHeld(int server, int client)
    {
        const string Established = "01";
        return File.ReadLines("/proc/net/tcp").Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(row => row[3] == Established && row[1].EndsWith($":{server:X4}", StringComparison.Ordinal) && row[2].EndsWith($":{client:X4}", StringComparison.Ordinal));
    }
}
