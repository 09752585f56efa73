using System.ComponentModel;

namespace CommunityWidget.Integrations;

/// <summary>A page of threads, newest first.</summary>
/// <param name="Threads">At most as many as were asked for.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; null on the last one.</param>
public sealed record ThreadPage(IReadOnlyList<ThreadHead> Threads, string? Next);

/// <summary>A thread without its events.</summary>
public sealed record ThreadHead(
    [property: Description("Public id.")] string Id,
    [property: Description("waiting, live, parked or closed.")] string State,
    [property: Description("topic, anyone, agents or parked: where it stands on the ladder, or stood when it was taken.")] string Rung,
    [property: Description("Why it closed; answered on a parked thread somebody answered; else null.")] string? Outcome,
    string Language,
    string? Topic,
    [property: Description("What was asked.")] string Question,
    [property: Description("Unix milliseconds, UTC.")] long AskedAt,
    [property: Description("Unix milliseconds, UTC.")] long LastEventAt,
    [property: Description("The newest event's seq.")] long HeadSeq,
    [property: Description("Who holds it, or last held it.")] string? Responder,
    [property: Description("The visitor's rating, 1 to 5, or null.")] int? Stars,
    [property: Description("To whom it was given while it is parked, or null.")] string? Assignee);

/// <summary>A thread with its events.</summary>
public sealed record ThreadWithEvents(
    ThreadHead Thread,
    [property: Description("Those after the seq asked for, oldest first and without gaps; what is for members only is a placeholder.")] IReadOnlyList<ThreadEntry> Events);

/// <summary>One numbered entry of a thread.</summary>
public sealed record ThreadEntry(
    long Seq,
    [property: Description("message, status, rung, rating, placeholder…")] string Kind,
    [property: Description("visitor, system, or the writer's role.")] string From,
    [property: Description("The writer's name, if there is one.")] string? Name,
    string? Text,
    HookStatus? Status,
    [property: Description("Unix milliseconds, UTC.")] long At);

/// <summary>An answer.</summary>
/// <param name="Text">Up to 4,000 characters and 16 kB.</param>
public sealed record PostedAnswer(string? Text);
