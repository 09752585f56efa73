namespace CommunityWidget.Matching;

/// <summary>
/// What must be fast and shared and may be lost: the waiting set by age with the time each thread is due, and presence.
/// The database decides every race; this only says whom to look at next. Times are Unix milliseconds and always passed in.
/// </summary>
public interface IMatchQueue
{
    /// <summary>Adds a waiting thread, or moves its due time; counts as a wake.</summary>
    Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt);

    /// <summary>Adds those that are missing, due now; those that are there stay as they are.</summary>
    Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now);

    /// <summary>Says where something waits, should that have been forgotten: it is looked at there again.</summary>
    Task Remind(IReadOnlyCollection<Guid> sites);

    Task Remove(Guid site, Guid thread);

    /// <summary>Sites that have something due, in order of their ids.</summary>
    Task<IReadOnlyList<Guid>> DueSites(long now);

    /// <summary>Gives threads of a site that are due, oldest question first. Each is hidden from other claimers for <paramref name="leaseMs"/>, in case the claimer dies.</summary>
    Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit);

    /// <summary>Puts a claimed thread back until <paramref name="dueAt"/>; if it was woken since the claim it stays due.</summary>
    Task Settle(Claim claim, long dueAt);

    /// <summary>Makes every waiting thread of the site due now: someone came free.</summary>
    Task Wake(Guid site, long now);

    /// <summary>How many wakes the site had seen with its last <see cref="Wake"/>: more than a claim's, and somebody came or went since.</summary>
    Task<long> WokenAt(Guid site);

    /// <summary>The waiting threads of a site, oldest first.</summary>
    Task<IReadOnlyList<Guid>> Waiting(Guid site);

    /// <summary>Somebody was heard from.</summary>
    /// <param name="site">Their site.</param>
    /// <param name="node">The node they hold a connection to; null when they only asked by HTTP.</param>
    /// <param name="who">Members or visitors.</param>
    /// <param name="now">When.</param>
    Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now);

    /// <summary>
    /// Somebody's last connection to a node ended; <paramref name="heardAt"/> is when they were last heard from. True when they have left:
    /// no other node heard them at <paramref name="othersSince"/> or later.
    /// </summary>
    Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince);

    /// <summary>Somebody's last connection to a node goes to another one: this one counts for nothing more, and they have not left.</summary>
    Task Move(Guid site, string node, Guid who);

    /// <summary>What is known of these people; nothing of who was not heard for an hour.</summary>
    Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now);

    /// <summary>
    /// Says that a node watches, and since when presence is known. It begins to be known now when it was not, or when nobody had watched
    /// for longer than <paramref name="lapseMs"/>, by a clock that was put back as well: exactly one caller is told that it began.
    /// </summary>
    Task<Epoch> Watch(long now, long lapseMs);

    /// <summary>False while this node knows only its own people: nobody new is asked, nobody is taken to have gone.</summary>
    bool SeesEveryone(long now);

    /// <summary>How often that changed, or what is kept was lost: who looks only now and then sees that it was otherwise in between.</summary>
    long Turns { get; }

    /// <summary>Completes when something may be due that was not at the last look: woken, the earliest due time reached, or after two seconds.</summary>
    Task WaitForWork(CancellationToken stop);
}

/// <summary>A thread that waits, and since when.</summary>
public sealed record QueuedThread(Guid Thread, long AskedAt);

/// <summary>A thread handed out by <see cref="IMatchQueue.ClaimDue"/>.</summary>
/// <param name="Site">Its site.</param>
/// <param name="Thread">Its id.</param>
/// <param name="Wakes">How many wakes its site had seen when it was claimed.</param>
public sealed record Claim(Guid Site, Guid Thread, long Wakes);

/// <summary>When somebody was last heard from, and whether they said goodbye since.</summary>
public readonly record struct Beat(long At, bool Left);

/// <summary>Since when presence is known: before it, silence means nothing.</summary>
/// <param name="Since">Unix milliseconds.</param>
/// <param name="Began">It began with this very call: what was known before is lost.</param>
public sealed record Epoch(long Since, bool Began);
