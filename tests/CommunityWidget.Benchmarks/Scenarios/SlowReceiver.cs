using System.Net;
using System.Net.Sockets;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>Messages while a site's program listens to them: one that takes every connection and answers nobody. Beside the same product without a listener.</summary>
internal static class SlowReceiver
{
    // Twentieths are asked about, and a hundredth of one window is ten messages.
    private const int PairCount = 200, Rate = 500, Windows = 6;

    public static async Task Run(Report report, Storage storage, Settings settings)
    {
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var (quiet, heard) = (await storage.ForProduct(), new Dictionary<string, string>(await storage.ForProduct()) { ["Webhooks:AllowPrivate"] = "true", ["Webhooks:TimeoutMs"] = "2000" });
        await using var town = await Town.Build(quiet, PairCount);
        await using var listening = await Town.Build(heard, PairCount);
        await listening.Subscribe($"http://127.0.0.1:{((IPEndPoint)receiver.LocalEndpoint).Port}/");
        await using var product = await Cast.Product(storage, quiet);
        await using var beside = await Cast.Product(storage, heard);
        await using var talks = await Cast.Pairs(town, product, product);
        await using var heardTalks = await Cast.Pairs(listening, beside, beside);
        foreach (var side in new[] { talks, heardTalks }) await side.AsFastAsAcknowledged(settings.WarmUp);

        var (rates, heardRates, late, heardLate) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < settings.Repetitions * Windows; i++)
        {
            late.Add((await talks.Arriving(Rate, settings.Time, i)).At(0.99));
            heardLate.Add((await heardTalks.Arriving(Rate, settings.Time, i)).At(0.99));
        }
        for (var i = 0; i < settings.Repetitions; i++)
        {
            rates.Add(await talks.AsFastAsAcknowledged(settings.Time));
            heardRates.Add(await heardTalks.AsFastAsAcknowledged(settings.Time));
        }
        report.Add("p99 at 500/s beside a receiver that never answers", storage.Name, new("with a webhook", new(heardLate), "ms"), new("without", new(late), "ms"), new Hold(AtMost: 1.05));
        report.Add("relay while a webhook listens to messages", storage.Name, new("with a webhook", new(heardRates), "/s"), new("without", new(rates), "/s"), new Hold(AtLeast: 0.7));
    }
}
