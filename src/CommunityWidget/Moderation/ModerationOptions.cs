using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Moderation;

/// <summary>Section <c>Moderation</c>.</summary>
public sealed class ModerationOptions
{
    /// <summary>Whether texts are judged at all. Off only where recorded talks are played, word by word.</summary>
    public bool Judge { get; set; } = true;

    /// <summary>How often somebody may send the same text within a minute; what comes again under its key is not counted.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Moderation:SameInAMinute must be 1 or more.")]
    public int SameInAMinute { get; set; } = 5;
}
