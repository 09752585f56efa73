using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Conversations;

/// <summary>Section <c>Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>A live conversation in which nothing happened for this long ends.</summary>
    [Range(100, 86_400_000, ErrorMessage = "Conversations:SilentMs must lie between 100 milliseconds and a day.")]
    public long SilentMs { get; set; } = 10L * 60 * 1_000;

    /// <summary>A parked question that nobody answered for this long is closed, and so is one whose last answer is this old.</summary>
    [Range(1_000, 31_536_000_000, ErrorMessage = "Conversations:UnansweredMs must lie between a second and a year.")]
    public long UnansweredMs { get; set; } = 7L * 24 * 3_600 * 1_000;

    /// <summary>How long an answer waits to be seen before it goes out by e-mail; what follows within that time goes with it.</summary>
    [Range(0, 86_400_000, ErrorMessage = "Conversations:MailAfterMs must lie between 0 and a day.")]
    public long MailAfterMs { get; set; } = 60_000;

    /// <summary>How often the newest <c>seq</c> of threads in which something happened is told again.</summary>
    [Range(50, 60_000, ErrorMessage = "Conversations:HeadsMs must lie between 50 milliseconds and a minute.")]
    public int HeadsMs { get; set; } = 10_000;

    /// <summary>How often silent threads are looked for.</summary>
    [Range(50, 3_600_000, ErrorMessage = "Conversations:SweepMs must lie between 50 milliseconds and an hour.")]
    public int SweepMs { get; set; } = 10_000;
}
