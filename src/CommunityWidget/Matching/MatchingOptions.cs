using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Matching;

/// <summary>Section <c>Matching</c>: the intervals that are not part of a site's ladder.</summary>
public sealed class MatchingOptions
{
    /// <summary>A responder not heard from for this long loses the conversation to others.</summary>
    [Range(1_00, 3_600_000, ErrorMessage = "Matching:SilenceMs must lie between 100 and 3600000 milliseconds.")]
    public int SilenceMs { get; set; } = 45_000;

    /// <summary>A visitor or member heard from within this time counts as being there.</summary>
    [Range(100, 3_600_000, ErrorMessage = "Matching:VisitorHereMs must lie between 100 and 3600000 milliseconds.")]
    public int VisitorHereMs { get; set; } = 35_000;

    /// <summary>How often a node writes who is connected to it.</summary>
    [Range(50, 60_000, ErrorMessage = "Matching:BeatMs must lie between 50 and 60000 milliseconds.")]
    public int BeatMs { get; set; } = 10_000;

    /// <summary>How often the sweeper proves that nothing is stuck, and says that this node watches.</summary>
    [Range(50, 2_000, ErrorMessage = "Matching:SweepMs must lie between 50 and 2000 milliseconds: whoever decides must have heard that presence began anew.")]
    public int SweepMs { get; set; } = 2_000;

    /// <summary>How long a node may work on a claimed thread before others may claim it.</summary>
    [Range(100, 60_000, ErrorMessage = "Matching:LeaseMs must lie between 100 and 60000 milliseconds.")]
    public int LeaseMs { get; set; } = 10_000;

    /// <summary>Two beats may get lost, and nobody who is connected seems gone.</summary>
    public bool BeatsInTime => 3L * BeatMs <= Math.Min(SilenceMs, VisitorHereMs);
}
