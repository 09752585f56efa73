using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommunityWidget.Faults.Load;

/// <summary>Search engines that come all at once: public pages in no order, at a steady rate whatever the answers.</summary>
internal sealed class Crawlers(IReadOnlyList<Uri> servers, IReadOnlyList<string> paths, int perSecond, int seed) : IDisposable
{
    // What an answer says that was made just now, begun seconds rounded up: it may be kept for the half minute that is left.
    private const int Ticks = 100, WholeSeconds = 29;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConcurrentQueue<(double Ms, string Answer, bool WasMade)> _answers = [];

    /// <summary>In the order they came.</summary>
    public IReadOnlyCollection<(double Ms, string Answer, bool WasMade)> Answers => _answers;

    public async Task Run(TimeSpan lasts)
    {
        var (random, fetching, started) = (new Random(seed), new List<Task>(), Stopwatch.GetTimestamp());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1_000.0 / Ticks));
        while (Stopwatch.GetElapsedTime(started) < lasts && await tick.WaitForNextTickAsync())
        {
            // A tick that comes late brings what was due.
            var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond) - fetching.Count;
            for (; due > 0; due--) fetching.Add(Fetch(new Uri(servers[random.Next(servers.Count)], paths[random.Next(paths.Count)])));
        }
        await Task.WhenAll(fetching);
    }

    private async Task Fetch(Uri page)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _http.GetAsync(page);
            await answer.Content.ReadAsByteArrayAsync();
            _answers.Enqueue((Stopwatch.GetElapsedTime(started).TotalMilliseconds, $"{(int)answer.StatusCode}", answer.Headers.CacheControl?.MaxAge?.TotalSeconds >= WholeSeconds));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            _answers.Enqueue((double.PositiveInfinity, error.GetType().Name, true));
        }
    }

    public void Dispose() => _http.Dispose();
}
