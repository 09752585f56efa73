using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommunityWidget.Telemetry;

/// <summary>
/// Our own steps of a trace. Names and tags say what kind of thing happened, never who or what was said. Where nobody collects traces
/// a step costs a look at a list.
/// </summary>
public static class Traces
{
    public const string Source = "CommunityWidget";

    private const int MostRemembered = 10_000;

    private static readonly ActivitySource Ours = new(Source);

    // What a question is waiting for happens later and elsewhere: its steps belong to the trace it was asked in.
    private static readonly ConcurrentDictionary<Guid, ActivityContext> Asked = new();

    // As they were asked. One that is forgotten stays in line until its turn comes.
    private static readonly ConcurrentQueue<Guid> InOrder = new();

    public static Activity? Step(string name) => Ours.StartActivity(name);

    /// <summary>A step that many wait for together: it belongs to none of their traces, and leads to each.</summary>
    public static Activity? StepOfMany(string name, IEnumerable<Activity?> waiting) => Ours.HasListeners()
        ? Ours.StartActivity(ActivityKind.Internal, name: name, links: waiting.OfType<Activity>().Select(one => new ActivityLink(one.Context)).ToList())
        : null;

    /// <summary>Something sent away, for others to go on with.</summary>
    public static Activity? Sent(string name) => Ours.StartActivity(name, ActivityKind.Producer);

    /// <summary>Remembers, on this node, in which trace a question was asked; gives what others need to remember it too, where there is a trace.</summary>
    public static string? Remember(Guid thread)
    {
        if (Activity.Current is not { Recorded: true, IdFormat: ActivityIdFormat.W3C } current) return null;
        Remember(thread, current.Context);
        return $"{thread:N} {current.Id}";
    }

    /// <summary>Remembers what another node told; what cannot be read is nothing.</summary>
    public static void Recall(string told)
    {
        if (told.Split(' ') is [var id, var parent] && Guid.TryParse(id, out var thread) && ActivityContext.TryParse(parent, null, isRemote: true, out var asked)) Remember(thread, asked);
    }

    private static void Remember(Guid thread, ActivityContext asked)
    {
        if (Asked.TryAdd(thread, asked)) InOrder.Enqueue(thread);
        while (InOrder.Count > MostRemembered && InOrder.TryDequeue(out var oldest)) Asked.TryRemove(oldest, out _);
    }

    /// <summary>A later step of a question: in its trace where this node knows it, else in one of its own.</summary>
    public static Activity? StepOf(Guid thread, string name) => Asked.TryGetValue(thread, out var asked)
        ? Ours.StartActivity(name, ActivityKind.Consumer, asked)
        : Ours.StartActivity(name, ActivityKind.Consumer);

    /// <summary>Nothing more comes of it.</summary>
    public static void Forget(Guid thread) => Asked.TryRemove(thread, out _);
}
