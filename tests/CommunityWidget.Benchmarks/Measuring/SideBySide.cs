using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>Times a request to the product in turns with a query and the least there is to ask of the same server.</summary>
internal sealed class SideBySide(Report report, Storage storage, Settings settings, HttpClient http, long pages)
{
    private const string Least = "/robots.txt";

    /// <param name="what">Is asked for.</param>
    /// <param name="next">The next request, and the query behind it.</param>
    public async Task Compare(string what, Func<Task<(HttpRequestMessage Request, Func<Task> Query)>> next)
    {
        var (ours, bare, queries) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < settings.Repetitions + 1; i++)
        {
            var (asked, looked, least) = (new List<double>(), new List<double>(), new List<double>());
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < settings.Time / 4 || asked.Count < 3;)
            {
                var (request, query) = await next();
                asked.Add(await Clock(() => Send(request)));
                looked.Add(await Clock(query));
                least.Add(await Clock(() => Send(new(HttpMethod.Get, Least))));
            }
            // The first round warms all of them.
            if (i == 0) continue;
            ours.Add(new Series(asked).Median);
            queries.Add(new Series(looked).Median);
            bare.Add(new Series(looked).Median + new Series(least).Median);
        }
        report.Add($"of {pages:n0} pages: {what} (query alone {new Series(queries).Median:f2} ms)", storage.Name, new("over HTTP, not kept", new(ours), "ms"), new("bare query and a bare answer", new(bare), "ms"), new Hold(AtMost: 2));
    }

    private async Task Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private static async Task<double> Clock(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
