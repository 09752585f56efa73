using System.Diagnostics;
using System.Runtime.InteropServices;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Two ends of many conversations: one writes, the other is pushed what was written. The same on either side of a comparison.</summary>
internal sealed partial class Pairs : IAsyncDisposable
{
    // Judged as any other; the number keeps it from being the same over and over.
    private const string Words = "Does the lamp come with a bulb, and may I dim it with the switch I have at home?";

    private readonly List<(Line Writer, Line Reader, string Thread)> _pairs = [];
    private long _keys;

    public static async Task<Pairs> Connect(IEnumerable<(Uri Writer, Uri Reader, string Thread)> ends)
    {
        var pairs = new Pairs();
        foreach (var (writer, reader, thread) in ends)
        {
            pairs._pairs.Add((await Line.Open(writer, null), await Line.Open(reader, $"http://{reader.Authority}"), thread));
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

    /// <summary>One message after the other among the first of them: how long each took from being written to being pushed to its reader, in milliseconds.</summary>
    public async Task<Series> Travel(TimeSpan time, int among)
    {
        var (took, started) = (new List<double>(), Stopwatch.GetTimestamp());
        for (var number = 0; Stopwatch.GetElapsedTime(started) < time; number = (number + 1) % among)
        {
            var arrived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _pairs[number].Reader.Pushed = () => arrived.TrySetResult(Stopwatch.GetTimestamp());
            var written = Stopwatch.GetTimestamp();
            var acknowledged = Send(number);
            took.Add(Stopwatch.GetElapsedTime(written, await arrived.Task).TotalMilliseconds);
            await acknowledged;
        }
        return new(took);
    }

    private Task Send(int number) => _pairs[number].Writer.Call(
        "Send", $$"""{"threadId":"{{_pairs[number].Thread}}","key":"benchmark-{{Interlocked.Increment(ref _keys)}}","text":"{{Words}} {{(char)('a' + (_keys % 26))}}{{(char)('a' + (_keys / 26 % 26))}}"}""");

    public async ValueTask DisposeAsync()
    {
        foreach (var (writer, reader, _) in _pairs)
        {
            await writer.DisposeAsync();
            await reader.DisposeAsync();
        }
    }

    // Timers of the framework are a millisecond late: too coarse for what is measured here.
    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Doze(uint microseconds);
}
