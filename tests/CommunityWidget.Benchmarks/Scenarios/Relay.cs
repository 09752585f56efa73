using System.Globalization;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>A message is written, committed, acknowledged and pushed: how many a second, and how long one takes at a steady rate.</summary>
internal static class Relay
{
    private const int PairCount = 200, Rate = 500;

    /// <summary>Gives the product's messages a second.</summary>
    public static async Task<Series> Run(Report report, Storage storage, Settings settings)
    {
        var (database, another) = (await storage.ForProduct(), await storage.ForProduct());
        await using var town = await Town.Build(database, PairCount);
        await using var quietTown = await Town.Build(another, PairCount);
        await using var product = await Cast.Product(storage, database);
        // What is left once nobody reads along: how much of the way is judging.
        await using var unjudged = await Cast.Product(storage, new Dictionary<string, string>(another) { ["Moderation:Judge"] = "false" });
        await using var bare = await Cast.Bare(storage, stores: true);
        await using var idle = await Cast.Bare(storage, stores: false);
        await using var record = await Cast.Bare(storage, $"{storage.Name}-record", await storage.ForBare());
        await using var talks = await Cast.Pairs(town, product, product);
        await using var unjudgedTalks = await Cast.Pairs(quietTown, unjudged, unjudged);
        await using var bareTalks = await Cast.Pairs(bare, PairCount);
        await using var idleTalks = await Cast.Pairs(idle, PairCount);
        await using var recordTalks = await Cast.Pairs(record, PairCount);
        Pairs[] sides = [talks, bareTalks, idleTalks, recordTalks, unjudgedTalks];
        foreach (var side in sides) await side.AsFastAsAcknowledged(settings.WarmUp);

        var work = new Dictionary<Pairs, (Measured Server, TimeSpan Used, double Sent)> { [talks] = (product, default, 0), [bareTalks] = (bare, default, 0), [idleTalks] = (idle, default, 0), [recordTalks] = (record, default, 0), [unjudgedTalks] = (unjudged, default, 0) };
        var throughput = await InTurns(sides, settings.Repetitions, async side =>
        {
            var (server, used, sent) = work[side];
            var before = server.Processor();
            var rate = await side.AsFastAsAcknowledged(settings.Time);
            work[side] = (server, used + server.Processor() - before, sent + (rate * settings.Time.TotalSeconds));
            return rate;
        });
        report.Add(
            "relay, acknowledged after commit, 200 pairs",
            storage.Name,
            new("product", throughput[0], "/s"),
            new("bare hub with group commit", throughput[1], "/s"),
            new Hold(AtLeast: 0.9));
        report.Note($"Without storage the bare hub relays {throughput[2].Median:n0}/s; storing what the record needs (event, head, key) by the plainest statements {throughput[3].Median:n0}/s, of which the product is {throughput[0].Median / throughput[3].Median:f2} ({storage.Name} run).");
        report.Note($"What a message costs, step by step, in microseconds of the server's processor and messages a second ({storage.Name} run): {Step("passed on, nothing stored", idleTalks, 2)} → {Step("one row in a shared commit", bareTalks, 1)} → {Step("the event, its thread's head and its key", recordTalks, 3)} → {Step("the product with nobody judging", unjudgedTalks, 4)} → {Step("the product", talks, 0)}.");

        var seed = 0;
        var late = await InTurns(sides, settings.Repetitions, async side => (await side.Arriving(Rate, settings.Time, ++seed)).At(0.99));
        report.Add("p99 of a message at 500/s, open loop", storage.Name, new("product", late[0], "ms"), new("bare hub without storage", late[2], "ms"), new Hold(AtMost: 2.7));
        report.Note($"The bare hub with group commit has a p99 of {late[1].Median:f2} ms at 500/s ({storage.Name} run).");
        var share = await Promised(storage, settings, bareTalks);
        report.Note($"A bare hub that keeps the promises by plain statements – the thread and who takes part read under a lock, the key looked up, the record stored, an author's push written apart – has {share:f2} of the rate of the bare one with group commit, in turns with it: no more than that is to be had with them. The product reaches {throughput[0].Median / throughput[1].Median / share:f2} of it ({storage.Name} run).");
        return throughput[0];

        string Step(string what, Pairs side, int place) => string.Create(CultureInfo.InvariantCulture, $"{what} {Each(side):n0} µs, {throughput[place].Median:n0}/s");

        double Each(Pairs side) => work[side].Used.TotalMicroseconds / work[side].Sent;
    }

    // Behind everything else: beside a sixth server the others' latencies are not what they are.
    private static async Task<double> Promised(Storage storage, Settings settings, Pairs bareTalks)
    {
        await using var promised = await Cast.Bare(storage, $"{storage.Name}-promised", await storage.ForBare());
        await using var talks = await Cast.Pairs(promised, PairCount);
        await talks.AsFastAsAcknowledged(settings.WarmUp);
        var rates = await InTurns([talks, bareTalks], settings.Repetitions, side => side.AsFastAsAcknowledged(settings.Time));
        return rates[0].Median / rates[1].Median;
    }

    private static async Task<Series[]> InTurns(Pairs[] sides, int repetitions, Func<Pairs, Task<double>> measure)
    {
        var values = sides.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < repetitions; i++)
        {
            for (var side = 0; side < sides.Length; side++) values[side].Add(await measure(sides[side]));
        }
        return [.. values.Select(v => new Series(v))];
    }
}
