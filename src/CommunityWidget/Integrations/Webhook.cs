namespace CommunityWidget.Integrations;

/// <summary>Where a program of a site listens, and for what.</summary>
public sealed record Webhook
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public string Address { get; init; } = "";

    /// <summary>Of <see cref="Threads.SubscribedKinds"/>, separated by spaces.</summary>
    public string Events { get; init; } = "";

    /// <summary>True when what was written is sent too, without personal data.</summary>
    public bool WithText { get; init; }

    /// <summary>What signs, as <see cref="WebhookSecrets"/> keeps it.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The secret before, which signs too until <see cref="OldSecretUntil"/>.</summary>
    public string? OldSecret { get; init; }

    public long? OldSecretUntil { get; init; }
    public long? PausedAt { get; init; }
    public long? DeletedAt { get; init; }
    public long CreatedAt { get; init; }

    public IReadOnlyList<string> EventList => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsActive => PausedAt is null && DeletedAt is null;
}

/// <summary>One event on its way to one webhook.</summary>
public sealed record Delivery
{
    public Guid Webhook { get; init; }

    /// <summary>The event's id: the same at every try and for every webhook.</summary>
    public string Event { get; init; } = "";

    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string Kind { get; init; } = "";
    public string State { get; init; } = DeliveryStates.New;

    /// <summary>Tries since it was stored or sent anew; five in all.</summary>
    public long Attempts { get; init; }

    /// <summary>Tries ever.</summary>
    public long Tries { get; init; }

    public long DueAt { get; init; }
    public long CreatedAt { get; init; }
}

public static class DeliveryStates
{
    public const string New = "new", Done = "done", Dead = "dead";
}

/// <summary>What one try came to.</summary>
public sealed record Try
{
    public Guid Webhook { get; init; }
    public string Event { get; init; } = "";
    public long Number { get; init; }
    public long At { get; init; }

    /// <summary>The answer's status; null when none came.</summary>
    public long? Status { get; init; }

    public long TookMs { get; init; }

    /// <summary>The first bytes of the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Why no answer came, of <see cref="Troubles"/>.</summary>
    public string? Trouble { get; init; }

    public bool IsGood => Status is >= 200 and < 300;
}

public static class Troubles
{
    /// <summary>The address leads into a private network.</summary>
    public const string Private = "private_address";

    /// <summary>No connection could be made, or it broke.</summary>
    public const string NoConnection = "no_connection";

    /// <summary>Nothing was answered in time.</summary>
    public const string TooSlow = "too_slow";

    /// <summary>What it was about is not there any more.</summary>
    public const string Gone = "gone";
}
