using CommunityWidget.Contracts;

namespace CommunityWidget.Moderation.Reports;

/// <summary>One report.</summary>
public sealed record Report
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public Guid Site { get; init; }
    public Guid Thread { get; init; }

    /// <summary>The message it is about; 0: the page.</summary>
    public long Seq { get; init; }

    public string ReporterKind { get; init; } = "";

    /// <summary>Id of a visitor or member; of a reader the day's mark.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>Counts towards hiding by itself.</summary>
    public bool Trusted { get; init; }

    public string Reason { get; init; } = "";
    public string? Words { get; init; }
    public string State { get; init; } = ReportStates.Open;

    /// <summary>Of what a reader shows to see it again and have it erased; null for whoever is known here.</summary>
    public string? KeyHash { get; init; }

    public long At { get; init; }
    public long? DecidedAt { get; init; }

    public ReportView View() => new(PublicId, Seq, State);
}

public static class ReportStates
{
    public const string Open = "open", Upheld = "upheld", Dismissed = "dismissed";

    /// <summary>Nothing of it is left; counts towards what its reader may report a day.</summary>
    public const string Erased = "erased";
}

/// <summary>Who reports.</summary>
/// <param name="Kind">One of its constants.</param>
/// <param name="Id">Known by it; a reader for one day.</param>
public sealed record Reporter(string Kind, string Id)
{
    public const string Visitor = "visitor", Member = "member", Reader = "reader";
}
