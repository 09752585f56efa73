using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>Connections that are open and say nothing but pings: what one holds and costs, and how fast they open.</summary>
internal static class Idle
{
    private const int AtOnce = 200, Opening = 50, WarmRounds = 4;

    // Both collect often, so that little lies about of what was let go.
    private static readonly Dictionary<string, string> Tidy = new() { ["DOTNET_GCgen0size"] = "0x400000" };

    public static async Task Run(Report report, Storage storage, Settings settings, string? redis)
    {
        var (product, bare, once) = (new List<Look>(), new List<Look>(), new List<double>());
        for (var i = 0; i < settings.Repetitions; i++)
        {
            var database = await storage.ForProduct();
            // Each finds a Redis in which nobody waits.
            var shared = redis is null ? [] : new Dictionary<string, string> { ["ConnectionStrings:Redis"] = redis, ["Redis:Prefix"] = $"idle{i}:" };
            await using (var town = await Town.Build(database, settings.Connections / 2, silent: settings.Connections / 2))
            await using (var server = await Cast.Product(storage, database.Concat(shared).Concat(Tidy).ToDictionary()))
                product.Add(await Look.At(server, settings, number => number % 2 == 0 ? town.Socket(server.Address, town.Visitors[number / 2]) : town.Socket(server.Address, town.Members[number / 2])));
            await using (var server = await Cast.Bare(storage, "none", "", Tidy))
                bare.Add(await Look.At(server, settings, number => Cast.BareSocket(server.Address, $"pair{number / 2}")));
            await using (var server = await Cast.Bare(storage, storage.Name, await storage.ForBare(), Tidy))
                once.Add(await Look.Connecting(server, settings, number => Cast.BareSocket(server.Address, $"pair{number / 2}", Guid.CreateVersion7().ToString("N"))));
        }
        var on = redis is null ? storage.Name : $"{storage.Name} and Redis";
        report.Add("memory of an idle authenticated connection", on, Side("product", product, l => l.Kilobytes, "kB"), Side("bare hub", bare, l => l.Kilobytes, "kB"), new Hold(AtMost: 1.15));
        report.Add(
            "processor time of 1,000 idle connections", on, Side("product", product, l => l.Milliseconds, "ms/s"), Side("bare hub", bare, l => l.Milliseconds, "ms/s"), new Hold(AtMost: 1.1));
        report.Note($"With nobody connected the product ({on}) uses {new Series([.. product.Select(l => l.Own)]).Median:n0} ms of processor time in a second, the bare hub {new Series([.. bare.Select(l => l.Own)]).Median:n0}; what 1,000 connections cost is what comes on top.");
        report.Add("connecting", on, Side("product", product, l => l.Rate, "/s"), Side("bare hub", bare, l => l.Rate, "/s"), new Hold(AtLeast: 0.8));
        var stored = new Series(once).Median;
        report.Note($"A bare hub that stores one row for each line that opens, in a shared commit, and nothing else ({on}) opens {stored:n0}/s: a ticket that opens one socket on all nodes asks for that at least. The product reaches {new Series([.. product.Select(l => l.Rate)]).Median / stored:f2} of it.");
        report.Add($"of {AtOnce} parallel connects, open", on, Side("product", product, l => l.Open, ""), new("asked for", new(AtOnce), ""), new Hold(AtLeast: 1));
    }

    private static Side Side(string name, List<Look> looks, Func<Look, double> of, string unit) => new(name, new([.. looks.Select(of)]), unit);

    /// <summary>
    /// One server, looked at once. Memory is what a second crowd takes that comes beside the first, after a full collection before and behind: the first finds the
    /// room those left who came to warm up. Processor time is that of the first alone, who all are in a conversation, less what the server uses for itself once they have gone too.
    /// </summary>
    private sealed record Look(double Kilobytes, double Milliseconds, double Own, double Rate, double Open)
    {
        public static async Task<Look> At(Measured server, Settings settings, Func<int, Uri> socket)
        {
            var first = await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, settings.Connections)).Select(number => Try(socket(number))));
            foreach (var line in first.OfType<Line>()) await line.DisposeAsync();
            await Task.Delay(settings.WarmUp);

            await Warm(settings, socket);
            var (crowd, rate) = await Connect(0, settings.Connections, socket);
            var before = await Held(server, settings);
            var second = (await Connect(settings.Connections, settings.Connections, socket)).Lines;
            var kilobytes = (await Held(server, settings) - before) / 1_024.0 / second.Length;
            foreach (var line in second) await line.DisposeAsync();
            // A program that has just started compiles itself for a while, and who left is missed after one.
            await Task.Delay(settings.Missed);
            var busy = await Busy(server, settings.Quiet);
            foreach (var line in crowd) await line.DisposeAsync();
            await Task.Delay(settings.Missed);
            var own = await Busy(server, settings.Quiet);
            return new(kilobytes, (busy - own) * 1_000 / crowd.Length, own, rate, first.OfType<Line>().Count() * (double)AtOnce / first.Length);
        }

        /// <summary>How fast lines open, and nothing else.</summary>
        public static async Task<double> Connecting(Measured server, Settings settings, Func<int, Uri> socket)
        {
            await Warm(settings, socket);
            var (lines, rate) = await Connect(0, settings.Connections, socket);
            foreach (var line in lines) await line.DisposeAsync();
            return rate;
        }

        private static async Task Warm(Settings settings, Func<int, Uri> socket)
        {
            for (var round = 0; round < WarmRounds; round++)
            {
                foreach (var line in (await Connect(0, settings.Connections, socket)).Lines) await line.DisposeAsync();
            }
            await Task.Delay(settings.WarmUp);
        }

        private static async Task<long> Held(Measured server, Settings settings)
        {
            await Task.Delay(settings.WarmUp);
            await server.Collect();
            return server.Memory();
        }

        private static async Task<(Line[] Lines, double Rate)> Connect(int first, int count, Func<int, Uri> socket)
        {
            var (addresses, lines) = (Enumerable.Range(first, count).Select(socket).ToList(), new Line[count]);
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Opening }, async (number, _) => lines[number] = await Line.Open(addresses[number], Origin(addresses[number])));
            return (lines, count / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        private static async Task<double> Busy(Measured server, TimeSpan time)
        {
            var (before, started) = (server.Processor(), Stopwatch.GetTimestamp());
            await Task.Delay(time);
            return (server.Processor() - before).TotalMilliseconds / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        private static async Task<Line?> Try(Uri socket)
        {
            try
            {
                return await Line.Open(socket, Origin(socket));
            }
            catch (Exception error) when (error is System.Net.WebSockets.WebSocketException or IOException)
            {
                return null;
            }
        }

        private static string Origin(Uri socket) => $"http://{socket.Authority}";
    }
}
