namespace CommunityWidget.Conversations.Later;

/// <summary>What a mail's link opens: one thing, on one thread, until it is too old. Its secret is kept as a hash.</summary>
public sealed record MailLink
{
    public Guid Id { get; init; }
    public Guid Thread { get; init; }
    public string Purpose { get; init; } = "";
    public long CreatedAt { get; init; }
    public long ExpiresAt { get; init; }
    public long? UsedAt { get; init; }
}

/// <summary>Why a link was sent.</summary>
public static class LinkPurposes
{
    /// <summary>The address is that of who asked.</summary>
    public const string Confirm = "confirm";

    /// <summary>Back to the conversation, as often as wanted.</summary>
    public const string Open = "open";

    /// <summary>No more mails about this question.</summary>
    public const string Stop = "stop";

    /// <summary>The page made of it is taken down.</summary>
    public const string Withdraw = "withdraw";

    private const long DayMs = 24L * 3_600 * 1_000;

    /// <summary>A thread can be continued for two weeks at most; whoever wants no mails may find that out much later.</summary>
    public static long LifeMs(string purpose) => purpose switch
    {
        Confirm => 7 * DayMs,
        Open => 14 * DayMs,
        // A page may stand for long, and its visitor may want it gone at any time.
        Withdraw => 3_650 * DayMs,
        _ => 365 * DayMs,
    };
}
