using System.Diagnostics.Metrics;

namespace CommunityWidget.Telemetry;

/// <summary>What is counted, by names that stay: dashboards are made of them. Tags hold kinds, never people, sites or words.</summary>
public static class Instruments
{
    public const string Meter = "CommunityWidget";

    private static readonly Meter Ours = new(Meter);

    public static readonly Counter<long> Questions = Ours.CreateCounter<long>("communitywidget.questions", "{question}", "Questions asked.");

    public static readonly Counter<long> Offers = Ours.CreateCounter<long>("communitywidget.offers", "{offer}", "Offers made and how they ended, by outcome.");

    public static readonly Histogram<double> TimeToAccept = Ours.CreateHistogram<double>("communitywidget.accept.duration", "s", "From when a question began to wait, each time it does, to the accepted offer.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 3, 5, 8, 13, 20, 30, 45, 60, 120, 300] });

    public static readonly Counter<long> Messages = Ours.CreateCounter<long>("communitywidget.messages", "{message}", "Messages stored, by the kind of their author.");

    public static readonly UpDownCounter<long> Connections = Ours.CreateUpDownCounter<long>("communitywidget.connections", "{connection}", "Open sockets of this node, by hub.");

    public static readonly Counter<long> SlowReaders = Ours.CreateCounter<long>("communitywidget.slow_readers", "{connection}", "Connections cut off because they did not take what was sent.");

    public static readonly Counter<long> Refusals = Ours.CreateCounter<long>("communitywidget.refusals", "{refusal}", "Requests refused, by code.");

    public static readonly Counter<long> Rebuilds = Ours.CreateCounter<long>("communitywidget.queue.rebuilds", "{rebuild}", "Times the queue was filled from the database anew.");

    public static readonly Histogram<long> CommitBatch = Ours.CreateHistogram<long>("communitywidget.commit.batch", "{message}", "Messages that shared one commit.",
        tags: null, new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    public static readonly Counter<long> OutboxDeliveries = Ours.CreateCounter<long>("communitywidget.outbox.deliveries", "{delivery}", "Rows of the outbox handed over, by outcome.");

    /// <summary>What has no tag is there as nothing once somebody collects, as <see cref="FromZero"/> is.</summary>
    internal static void Begin()
    {
        foreach (var counter in new[] { Questions, SlowReaders, Rebuilds }) counter.Add(0);
    }
}
