using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Integrations;

/// <summary>Section <c>Webhooks</c>: what leaves for programs of the sites.</summary>
public sealed class WebhookOptions
{
    /// <summary>Lets webhooks go to private networks, this machine included, and without encryption. For trying things out only.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>How long one try may take.</summary>
    [Range(100, 60_000, ErrorMessage = "Webhooks:TimeoutMs must lie between 100 and 60000 milliseconds.")]
    public int TimeoutMs { get; set; } = 10_000;

    /// <summary>How long after the first failure it is tried again; each wait is twice the one before. Five tries in all, so fifteen times this.</summary>
    [Range(1_000, 3_600_000, ErrorMessage = "Webhooks:RetryMs must lie between 1000 and 3600000 milliseconds.")]
    public int RetryMs { get; set; } = 150_000;

    /// <summary>From the first try to the last.</summary>
    public long TriedForMs => ((1L << (DeliverWebhooks.MaxAttempts - 1)) - 1) * RetryMs;

    /// <summary>How long the log of deliveries is kept; what could not be delivered can be sent again for so long.</summary>
    [Range(1, 365, ErrorMessage = "Webhooks:LogDays must lie between 1 and 365 days.")]
    public int LogDays { get; set; } = 14;

    /// <summary>The same in milliseconds.</summary>
    public long LogMs => LogDays * 24L * 3_600 * 1_000;
}
