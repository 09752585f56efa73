using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>As much of a thread as a message needs to know, read under its lock.</summary>
public sealed record LockedThread
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public Guid Site { get; init; }
    public Guid Visitor { get; init; }
    public string? VisitorName { get; init; }
    public string State { get; init; } = "";
    public string? Outcome { get; init; }
    public Guid? WantedMember { get; init; }
    public long Fence { get; init; }
    public long LastSeq { get; init; }
    public long AskedAt { get; init; }
    public long? SnoozedUntil { get; init; }
    public long MailSeq { get; init; }

    /// <summary>True when a program of the site wants to hear of messages.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Its current responder and helpers.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    public bool IsClosed => State == ThreadStates.Closed;

    /// <summary>Parked, and given to somebody who may be there.</summary>
    public bool IsAssigned => State == ThreadStates.Parked && WantedMember is not null;

    public bool IsAnswered => State == ThreadStates.Parked && Outcome == Outcomes.Answered;

    /// <summary>How the others know whoever writes.</summary>
    public Person? Author(Actor actor) => actor.Id == Visitor
        ? new Visitor { Name = VisitorName }.AsPerson()
        : Members.FirstOrDefault(member => member.Id == actor.Id)?.AsPerson();
}

/// <summary>Several threads under their locks.</summary>
/// <param name="Threads">By public id; those that do not exist, or were left out, are missing.</param>
/// <param name="KnownKeys">Which of the asked client keys were stored before, with whose they are.</param>
public sealed record LockedThreads(IReadOnlyDictionary<string, LockedThread> Threads, IReadOnlySet<(Guid Actor, string Key)> KnownKeys);

/// <summary>A message with its place in its thread.</summary>
/// <param name="Thread">The thread as it was before the batch.</param>
/// <param name="Row">The event.</param>
public sealed record NumberedMessage(LockedThread Thread, EventRow Row);
