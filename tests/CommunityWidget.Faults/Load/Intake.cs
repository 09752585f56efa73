using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Replay.Play;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Load;

/// <summary>New visitors who ask over HTTP, at a steady rate whatever the answers: what intake is like while something is broken.</summary>
internal sealed class Intake(Setting setting, int perSecond)
{
    private readonly ConcurrentBag<Asked> _asked = [];

    public IReadOnlyCollection<Asked> Asked => _asked;

    public async Task Run(CancellationToken stop)
    {
        var (asking, number) = (new List<Task>(), 0);
        using var interval = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            while (await interval.WaitForNextTickAsync(stop)) asking.Add(Ask(number++));
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
        await Task.WhenAll(asking);
    }

    /// <summary>Ends what was stored.</summary>
    public Task End() => Parallel.ForEachAsync(_asked.Where(a => a.Thread is not null), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (asked, _) => await asked.Door!.End(asked.Thread!));

    private async Task Ask(int number)
    {
        var (started, at) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        VisitorHttp? door = null;
        Reply<Contracts.Visitors.AskReply>? reply = null;
        string? trouble = null;
        try
        {
            var server = setting.Servers[number % setting.Servers.Count];
            var welcome = await new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = "demo" }).Post<VisitorWelcome>("/api/visitors", new { });
            if (welcome.Value is { } come)
            {
                door = new(new(server, new Dictionary<string, string> { ["X-Site"] = "demo", ["X-Visitor"] = come.Token }));
                started = Stopwatch.GetTimestamp();
                reply = await door.Ask(Keys.Question($"intake {number}"));
            }
            else
            {
                // Who may not even come in is refused as well.
                reply = welcome.Refusal!;
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            trouble = error.Message;
        }
        _asked.Add(new(at, Stopwatch.GetElapsedTime(started).TotalMilliseconds, door, reply?.Value?.Thread.ThreadId, reply?.Refusal?.Code ?? trouble, reply?.Refusal?.RetryAfter));
    }
}

/// <summary>One who asked, and what they were told.</summary>
internal sealed record Asked(long At, double Ms, VisitorHttp? Door, string? Thread, string? Refused, int? RetryAfter);
