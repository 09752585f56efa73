using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>A person as the archive tells them; the shape of <c>person.json</c>, described in its <c>README.txt</c>. Times are Unix milliseconds, UTC.</summary>
/// <param name="Kind"><c>visitor</c> or <c>member</c>.</param>
/// <param name="Site">The brand.</param>
/// <param name="MadeAt">When the archive was made.</param>
/// <param name="Name">Theirs, if they gave one.</param>
/// <param name="Email">The same.</param>
/// <param name="Since">When they first came.</param>
public sealed record ExportedPerson(string Kind, string Site, long MadeAt, string? Name, string? Email, long Since)
{
    /// <summary>Of a member.</summary>
    public ExportedAccount? Account { get; init; }

    public IReadOnlyList<ExportedThread> Threads { get; init; } = [];

    /// <summary>What is kept about them beside what they said, oldest first.</summary>
    public IReadOnlyList<ExportedFact> Facts { get; init; } = [];

    /// <summary>What a member did that is written down.</summary>
    public IReadOnlyList<ExportedAct>? Acts { get; init; }
}

/// <summary>What a member is on the site.</summary>
public sealed record ExportedAccount(string Roles, string Languages, IReadOnlyList<string> Topics, int Seats, long? CustomerSince, long? SuspendedUntil);

/// <summary>One conversation.</summary>
public sealed record ExportedThread(string Id)
{
    public string? State { get; init; }
    public string? Language { get; init; }
    public string? Topic { get; init; }
    public PageContext? Page { get; init; }
    public ProductContext? Product { get; init; }
    public long? AskedAt { get; init; }
    public long? ClosedAt { get; init; }
    public int? Stars { get; init; }
    public string? Email { get; init; }

    /// <summary>When they agreed that it may become a public page; null when they did not, or took it back.</summary>
    public long? ConsentAt { get; init; }

    public string? ConsentVersion { get; init; }
    public long? ErasedAt { get; init; }
    public IReadOnlyList<ExportedEvent> Events { get; init; } = [];

    public static ExportedThread Of(ThreadRecord thread, IEnumerable<EventRow> rows, IReadOnlyDictionary<Guid, string> names) => new(thread.PublicId)
    {
        State = thread.State,
        Language = thread.Language,
        Topic = thread.Topic,
        Page = thread.Page,
        Product = thread.Product,
        AskedAt = thread.AskedAt,
        ClosedAt = thread.ClosedAt,
        Stars = (int?)thread.Stars,
        Email = thread.Email,
        ConsentAt = thread.ConsentAt,
        ConsentVersion = thread.ConsentVersion,
        ErasedAt = thread.ErasedAt,
        Events = [.. rows.Select(row => new ExportedEvent(
            row.Seq,
            row.At,
            row.AuthorKind switch { "visitor" => "you", "member" => names.GetValueOrDefault(row.Author!.Value) is { Length: > 0 } name ? name : "somebody", _ => "system" },
            row.Kind,
            row.Body ?? row.Status?.Reason))],
    };
}

/// <summary>One entry of a conversation.</summary>
/// <param name="Seq">Its number there.</param>
/// <param name="At">When.</param>
/// <param name="By"><c>you</c>, a name, or <c>system</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What was said, or what happened.</param>
public sealed record ExportedEvent(long Seq, long At, string By, string Kind, string? Text);

/// <summary>One thing that is kept about somebody; what it is says which of the rest it has.</summary>
public sealed record ExportedFact
{
    public string What { get; init; } = "";
    public long? At { get; init; }
    public string? Thread { get; init; }
    public string? Page { get; init; }
    public long? Seq { get; init; }
    public string? Kind { get; init; }
    public string? State { get; init; }
    public long? Until { get; init; }
    public string? Text { get; init; }
}

/// <summary>One entry of the audit.</summary>
public sealed record ExportedAct
{
    public long At { get; init; }
    public string Action { get; init; } = "";
    public string? Subject { get; init; }
    public string Outcome { get; init; } = "";
}
