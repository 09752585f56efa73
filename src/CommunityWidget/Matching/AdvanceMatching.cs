using System.Data.Common;
using System.Runtime.ExceptionServices;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Advances everything that is due, site by site. A question that cannot be decided is set aside for a while and holds up nobody else.</summary>
public sealed partial class AdvanceMatching(IMatchQueue queue, AdvanceSite advance, SqlDialect dialect, Drain drain, TimeProvider clock, IOptions<MatchingOptions> options, ILogger<AdvanceMatching> log)
{
    private const int Batch = 200;
    private const long SetAsideMs = 5_000, SoonMs = 200;

    /// <summary>Advances what is due now; true when there may be more.</summary>
    public async Task<bool> Run()
    {
        var (worked, failed) = (false, (Exception?)null);
        foreach (var site in await queue.DueSites(clock.NowMs()))
        {
            // Another node goes on with the others.
            if (drain.HasBegun) break;
            try
            {
                worked |= await Advance(site);
            }
            catch (Exception error) when (!IsAway(error))
            {
                // The others first; then whoever calls hears of it, and waits before the next pass.
                failed ??= error;
            }
        }
        if (failed is not null) ExceptionDispatchInfo.Throw(failed);
        return worked;
    }

    private async Task<bool> Advance(Guid site)
    {
        // Claimed right before the work: a site with thousands waiting makes nobody's lease run out.
        var now = clock.NowMs();
        var claims = await queue.ClaimDue(site, now, options.Value.LeaseMs, Batch);
        if (claims.Count == 0) return false;
        await Advance(site, claims, now);
        return true;
    }

    private async Task Advance(Guid site, IReadOnlyList<Claim> claims, long now)
    {
        try
        {
            await advance.Run(site, claims, now);
        }
        catch (Exception error) when (IsAway(error))
        {
            // None of them is to blame: all are due again as soon as it is back.
            foreach (var claim in claims) await queue.Settle(claim, now + SoonMs);
            throw;
        }
        catch (Exception error) when (claims.Count == 1)
        {
            Log.SetAside(log, error, claims[0].Thread);
            await queue.Settle(claims[0], now + SetAsideMs);
        }
        catch (Exception)
        {
            // One of them is to blame: each for itself, still oldest first.
            foreach (var claim in claims) await Advance(site, [claim], now);
        }
    }

    private bool IsAway(Exception error) => error is DbException storage && dialect.IsAway(storage);

    private static partial class Log
    {
        [LoggerMessage(302, LogLevel.Error, "Thread {Thread} could not be advanced; trying again later")]
        public static partial void SetAside(ILogger log, Exception error, Guid thread);
    }
}
