namespace CommunityWidget.Matching;

/// <summary>
/// What must be fast and shared and may be lost: the waiting set by age with the time each thread is due, and presence.
/// The database decides every race; this only says whom to look at next. Times are Unix milliseconds and always passed in.
/// </summary>
public interface IMatchQueue
{
    /// <summary>Adds a waiting thread, or moves its due time; counts as a wake.</summary>
    Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt);

    Task Remove(Guid site, Guid thread);

    /// <summary>Gives threads that are due, oldest question first. Each is hidden from other claimers for <paramref name="leaseMs"/>, in case the claimer dies.</summary>
    Task<IReadOnlyList<Claim>> ClaimDue(long now, long leaseMs, int limit);

    /// <summary>Puts a claimed thread back until <paramref name="dueAt"/>; if it was woken since the claim it stays due.</summary>
    Task Settle(Claim claim, long dueAt);

    /// <summary>Makes every waiting thread of the site due now: someone came free.</summary>
    Task Wake(Guid site, long now);

    /// <summary>The waiting threads of a site, oldest first.</summary>
    Task<IReadOnlyList<Guid>> Waiting(Guid site);

    /// <summary>Somebody was heard from.</summary>
    Task Beat(Guid site, IReadOnlyCollection<Guid> who, long now);

    /// <summary>Somebody's last connection ended; <paramref name="heardAt"/> is when they were last heard from.</summary>
    Task Leave(Guid site, Guid who, long heardAt);

    /// <summary>Everybody heard from, until they are forgotten after an hour.</summary>
    Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site);

    /// <summary>When presence began to be known here: before it, silence means nothing.</summary>
    Task<long> KnownSince();

    /// <summary>Completes when something may be due: woken, the earliest due time reached, or after two seconds.</summary>
    Task WaitForWork(CancellationToken stop);
}

/// <summary>A thread handed out by <see cref="IMatchQueue.ClaimDue"/>.</summary>
/// <param name="Wakes">Number of wakes seen when it was claimed.</param>
public sealed record Claim(Guid Site, Guid Thread, long Wakes);

/// <summary>When somebody was last heard from, and whether they said goodbye since.</summary>
public readonly record struct Beat(long At, bool Left);
