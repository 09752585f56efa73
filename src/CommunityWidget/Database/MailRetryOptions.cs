using System.Globalization;

namespace CommunityWidget.Database;

/// <summary>Section <c>Email</c> too: when a mail that failed is tried again. A mail server may be away for an hour and is not to be hurried.</summary>
public sealed class MailRetryOptions
{
    // Pages and README say that a mail is tried five times within an hour.
    private const int Waits = DeliverOutbox.MaxAttempts - 1, LeastMs = 100, MostMs = 3_600_000;

    /// <summary>Milliseconds from each of the first four failures to the next try, separated by commas.</summary>
    public string RetriesMs { get; set; } = "2000,30000,300000,1800000";

    /// <summary>How long after so many failures the next try is made.</summary>
    public long After(long attempts) => All[Math.Clamp((int)attempts, 1, Waits) - 1];

    /// <summary>What is wrong, in a sentence that says what to do; null when nothing is.</summary>
    public string? Fault() => All is { Count: Waits } waits && waits.All(wait => wait >= LeastMs) && waits.Sum() <= MostMs
        ? null
        : $"Email:RetriesMs is not {Waits} waits in milliseconds, each of {LeastMs} or more and an hour together. Write them like 2000,30000,300000,1800000.";

    // What is no number is no wait.
    private IReadOnlyList<long> All => [.. RetriesMs.Split(',', StringSplitOptions.TrimEntries).Select(wait => int.TryParse(wait, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : 0L)];
}
