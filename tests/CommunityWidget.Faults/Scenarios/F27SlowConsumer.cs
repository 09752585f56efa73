using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F27SlowConsumer() : UnderLoad(27, "somebody who reads one byte a second, in a thread with 100 messages a second")
{
    private const int PerSecond = 100;

    private double _droppedAfter = double.PositiveInfinity;
    private long _hotFrom, _slowFrom, _slowTo;

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
        var before = nodes.All[0].Held().RssKb;
        narrow.Weather = new(BytesPerSecond: 1);
        _slowFrom = Now;
        using var over = new CancellationTokenSource();
        var watching = Watch(narrow, over.Token);
        await Flood(hot, lasts);
        _slowTo = Now;
        await over.CancelAsync();
        await watching;
        outcome.Note($"memory of its node: {Outcome.Number((nodes.All[0].Held().RssKb - before) / 1_024.0)} MB more than before; what one connection holds cannot be seen from outside");
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.AtMost("dropped after", 30, _droppedAfter, " s");
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

    private async Task Watch(Servers.TcpProxy narrow, CancellationToken over)
    {
        // The line of the socket is the younger one: its ticket was fetched on another.
        var line = narrow.LinesToServer[^1];
        while (!over.IsCancellationRequested && double.IsPositiveInfinity(_droppedAfter))
        {
            if (!IsHeld(narrow.Target, line)) _droppedAfter = (Now - _slowFrom) / 1_000.0;
            await Task.Delay(100, CancellationToken.None);
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
