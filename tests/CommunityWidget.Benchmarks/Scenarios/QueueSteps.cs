using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>Verbs of the queue behind a hub method, against a hub method that gives back what it got; both in one process.</summary>
internal static class QueueSteps
{
    private const int LineCount = 50;

    /// <param name="report">Where it is kept.</param>
    /// <param name="storage">For its log.</param>
    /// <param name="settings">How long.</param>
    /// <param name="redis">Its address; null for the queue in process.</param>
    public static async Task Run(Report report, Storage storage, Settings settings, string? redis)
    {
        await using var server = await Cast.Bare(storage, "queue", redis ?? "");
        var lines = await Task.WhenAll(Enumerable.Range(0, LineCount).Select(number => Line.Open(Cast.BareSocket(server.Address, $"{number}"), null)));
        var (steps, enqueued, least, echoes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        string[] verbs = redis is null ? ["Settle", "Enqueue"] : ["Settle", "Enqueue", "Least"];
        foreach (var verb in verbs) await Calls(lines, verb, "", settings.WarmUp);
        await Calls(lines, "Echo", "\"hello\"", settings.WarmUp);
        for (var i = 0; i < settings.Repetitions; i++)
        {
            steps.Add(await Calls(lines, "Settle", "", settings.Time));
            enqueued.Add(await Calls(lines, "Enqueue", "", settings.Time));
            if (redis is not null) least.Add(await Calls(lines, "Least", "", settings.Time));
            echoes.Add(await Calls(lines, "Echo", "\"hello\"", settings.Time));
        }
        foreach (var line in lines) await line.DisposeAsync();
        var where = redis is null ? "in process" : "Redis";
        report.Add("a queue step through a hub", where, new("settle", new(steps), "/s"), new("echo", new(echoes), "/s"), new Hold(AtLeast: 0.7));
        if (redis is not null)
            report.Note($"One script that writes one entry, what any queue on Redis costs, reaches {new Series(least).Median / new Series(echoes).Median:f2} of an echo; a settled step {new Series(steps).Median / new Series(least).Median:f2} of that.");
        report.Note($"Enqueueing, which also rings every node and lists the site, reaches {new Series(enqueued).Median / new Series(echoes).Median:f2} of an echo ({where}).");
    }

    private static async Task<double> Calls(Line[] lines, string method, string arguments, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(lines.Select(async line =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++) await line.Call(method, arguments);
            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
