using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Inbox;

/// <summary>Section <c>Inbox</c>.</summary>
public sealed class InboxOptions
{
    /// <summary>How often it is looked what was put aside until now, and whose words can be searched from now on.</summary>
    [Range(50, 3_600_000, ErrorMessage = "Inbox:SweepMs must lie between 50 milliseconds and an hour.")]
    public int SweepMs { get; set; } = 2_000;

    /// <summary>A thread's words can be searched once nothing happened in it for this long: who talks is not read again at every word.</summary>
    [Range(0, 3_600_000, ErrorMessage = "Inbox:RestMs must lie between 0 and an hour.")]
    public int RestMs { get; set; } = 10_000;
}
