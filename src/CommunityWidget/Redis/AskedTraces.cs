using CommunityWidget.Telemetry;

namespace CommunityWidget.Redis;

/// <summary>
/// In which trace a question was asked, known to every node: whichever takes it further goes on in that one. Told only where traces are collected; a hint: where it got
/// lost, or a node started since, a trace begins anew. A release that does not know the word does not listen to it.
/// </summary>
public sealed class AskedTraces(Hints hints) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        hints.OnHeard(Hints.Traces, Traces.Recall);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Remembers the trace we are in as this question's. Before the queue's bell rings, which takes the same way.</summary>
    public void Remember(Guid thread)
    {
        if (Traces.Remember(thread) is { } told) hints.Tell(Hints.Traces, told);
    }
}
