using System.Net;
using System.Net.Sockets;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>
/// Messages while a site's program listens to them: one that takes every connection and answers nobody. Beside the same product without a listener, and that beside
/// another one just like it, for how far apart two that do the same are found to be.
/// </summary>
internal static class SlowReceiver
{
    // Twentieths are asked about, and a hundredth of one window is ten messages.
    private const int PairCount = 200, Rate = 500, Windows = 8;

    public static async Task Run(Report report, Storage storage, Settings settings)
    {
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var heard = new Dictionary<string, string>(await storage.ForProduct()) { ["Webhooks:AllowPrivate"] = "true", ["Webhooks:TimeoutMs"] = "2000" };
        await using var without = await Talks.Open(storage, await storage.ForProduct());
        await using var alike = await Talks.Open(storage, await storage.ForProduct());
        await using var with = await Talks.Open(storage, heard, $"http://127.0.0.1:{((IPEndPoint)receiver.LocalEndpoint).Port}/");
        Talks[] all = [without, alike, with];
        foreach (var side in all) await side.Pairs.AsFastAsAcknowledged(settings.WarmUp);

        // Each is the first as often as any other.
        for (var i = 0; i < settings.Repetitions * Windows; i++)
        {
            for (var turn = 0; turn < all.Length; turn++)
            {
                var side = all[(i + turn) % all.Length];
                side.Late.Add((await side.Pairs.Arriving(Rate, settings.Time, i)).At(0.99));
            }
        }
        for (var i = 0; i < settings.Repetitions; i++)
            foreach (var side in new[] { without, with }) side.Rates.Add(await side.Pairs.AsFastAsAcknowledged(settings.Time));

        report.Add("p99 at 500/s beside a receiver that never answers", storage.Name, new("with a webhook", new(with.Late), "ms"), new("without", new(without.Late), "ms"), new Hold(AtMost: 1.05));
        report.Note($"{storage.Name}: of two without a webhook, the p99 of one is {new Series(alike.Late).Median / new Series(without.Late).Median:f2} times the other's; beside both together, that with one is {new Series(with.Late).Median / new Series([.. without.Late, .. alike.Late]).Median:f2} times.");
        report.Add("relay while a webhook listens to messages", storage.Name, new("with a webhook", new(with.Rates), "/s"), new("without", new(without.Rates), "/s"), new Hold(AtLeast: 0.7));
    }

    private sealed record Talks(Town Town, Measured Product, Pairs Pairs) : IAsyncDisposable
    {
        public List<double> Late { get; } = [];

        public List<double> Rates { get; } = [];

        public static async Task<Talks> Open(Storage storage, IReadOnlyDictionary<string, string> settings, string? receiver = null)
        {
            var town = await Town.Build(settings, PairCount);
            if (receiver is not null) await town.Subscribe(receiver);
            var product = await Cast.Product(storage, settings);
            return new(town, product, await Cast.Pairs(town, product, product));
        }

        public async ValueTask DisposeAsync()
        {
            await Pairs.DisposeAsync();
            await Product.DisposeAsync();
            await Town.DisposeAsync();
        }
    }
}
