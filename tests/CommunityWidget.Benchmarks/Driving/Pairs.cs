using System.Diagnostics;
using System.Runtime.InteropServices;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Two ends of many conversations: one writes, the other is pushed what was written. The same on either side of a comparison.</summary>
internal sealed partial class Pairs : IAsyncDisposable
{
    private const string Words = "Does the lamp come with a bulb, and may I dim it with the switch I have at home?";

    private readonly List<(Line Writer, Line Reader, string Thread)> _pairs = [];
    private long _pushed, _keys;

    /// <summary>What readers were pushed.</summary>
    public long Pushed => Volatile.Read(ref _pushed);

    /// <summary>When a message arrived at its reader; for one conversation at a time.</summary>
    public Action<int>? Arrived { get; set; }

    public static async Task<Pairs> Connect(IEnumerable<(Uri Writer, Uri Reader, string Thread)> ends)
    {
        var pairs = new Pairs();
        foreach (var (writer, reader, thread) in ends)
        {
            var number = pairs._pairs.Count;
            var listening = await Line.Open(reader, Origin(reader));
            listening.Pushed = () =>
            {
                Interlocked.Increment(ref pairs._pushed);
                pairs.Arrived?.Invoke(number);
            };
            pairs._pairs.Add((await Line.Open(writer, null), listening, thread));
        }
        return pairs;
    }

    /// <summary>Everybody writes as soon as the last message is acknowledged. Gives messages a second.</summary>
    public async Task<double> AsFastAsAcknowledged(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var sent = await Task.WhenAll(_pairs.Select(async (_, number) =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++) await Send(number);
            return count;
        }));
        return sent.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>So many a second whatever comes back; each counted from when it should have been written to its acknowledgement, in milliseconds.</summary>
    public async Task<Series> Arriving(int perSecond, TimeSpan time, int seed)
    {
        var (dice, due, latencies, number) = (new Random(seed), 0.0, new List<Task<double>>(), 0);
        var started = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(
            () =>
            {
                while (due < time.TotalMilliseconds)
                {
                    var wait = due - Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    if (wait > 0) Doze((uint)(wait * 1_000));
                    var (intended, which) = (due, number++ % _pairs.Count);
                    latencies.Add(Task.Run(async () =>
                    {
                        await Send(which);
                        return Stopwatch.GetElapsedTime(started).TotalMilliseconds - intended;
                    }));
                    due += -Math.Log(1 - dice.NextDouble()) * 1_000 / perSecond;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return new(await Task.WhenAll(latencies));
    }

    public Task Send(int number) => _pairs[number].Writer.Call(
        "Send", $$"""{"threadId":"{{_pairs[number].Thread}}","key":"benchmark-{{Interlocked.Increment(ref _keys)}}","text":"{{Words}}"}""");

    public async ValueTask DisposeAsync()
    {
        foreach (var (writer, reader, _) in _pairs)
        {
            await writer.DisposeAsync();
            await reader.DisposeAsync();
        }
    }

    private static string Origin(Uri socket) => $"http://{socket.Authority}";

    // Timers of the framework are a millisecond late: too coarse for what is measured here.
    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Doze(uint microseconds);
}
