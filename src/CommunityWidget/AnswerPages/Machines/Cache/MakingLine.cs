using System.Threading.RateLimiting;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// How many pages are made at once. A wave of crawlers stands in a short line of its own and not in front of those who talk: beyond it, it is told when to come
/// again, as every crawler understands. What is kept never waits here.
/// </summary>
/// <param name="atOnce">More would only share the processors and connections there are.</param>
/// <param name="waiting">About what is made in a third of a second.</param>
public sealed class MakingLine(int atOnce, int waiting) : IDisposable
{
    private readonly ConcurrencyLimiter _line = new(new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public static MakingLine OfMachine() => new(8 * Environment.ProcessorCount, 500);

    /// <summary>A place, or none when the line is full.</summary>
    public ValueTask<RateLimitLease> Enter(CancellationToken gone) => _line.AcquireAsync(1, gone);

    /// <summary>What somebody is told for whom there is none.</summary>
    public static void ComeAgain(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        (http.Response.Headers.RetryAfter, http.Response.Headers.CacheControl) = ("1", "no-store");
    }

    public void Dispose() => _line.Dispose();
}
