using System.Diagnostics;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Telemetry;

/// <summary>Which trace a question's later steps belong to.</summary>
[Collection(nameof(ByItself))]
public sealed class TracesTests
{
    private const int MostRemembered = 10_000;

    [Fact]
    public void The_newest_questions_keep_their_trace_however_many_are_asked()
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == Traces.Source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        var threads = Enumerable.Range(0, MostRemembered + 1).Select(_ => Guid.CreateVersion7()).ToList();
        ActivityTraceId trace;
        using (var asked = Traces.Step("ask")!)
        {
            trace = asked.TraceId;
            foreach (var thread in threads) Traces.Remember(thread);
        }

        Assert.DoesNotContain(threads.Skip(1), thread => TraceOf(thread) != trace);
        Assert.NotEqual(trace, TraceOf(threads[0]));
    }

    private static ActivityTraceId TraceOf(Guid thread)
    {
        using var step = Traces.StepOf(thread, "matching.advance")!;
        return step.TraceId;
    }
}
