using System.Data.Common;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CommunityWidget.Database;

/// <summary>What is tried again, and only where nothing can have been kept: reads, transactions that were undone, connections that could not be made.</summary>
internal sealed class Retries(SqlDialect dialect)
{
    // Three quarters of a second in all: long enough for a server that hands over, short enough for whoever waits.
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>(dialect.LostConnection),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(50),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        // A server that is there and says nothing costs a few their whole patience; the others are refused at once until one is answered.
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>(dialect.IsSilent),
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(2),
            BreakDuration = TimeSpan.FromSeconds(1),
        })
        // Whoever lost to another node reads anew what that one wrote.
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>(dialect.LostRace),
            MaxRetryAttempts = 5,
            Delay = TimeSpan.FromMilliseconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    public async Task<T> Run<T>(Func<Task<T>> work)
    {
        try
        {
            return await _pipeline.ExecuteAsync(static async (again, _) => await again(), work);
        }
        catch (BrokenCircuitException error)
        {
            throw new SilentDatabaseException(error);
        }
    }
}

/// <summary>The connection was lost in the commit: whether it was kept is not known, so it is neither reported nor tried again. The client's key settles it.</summary>
public sealed class CommitLostException(DbException cause) : DbException("The connection was lost in the commit.", cause);

/// <summary>The database did not answer others just now, so it was not asked.</summary>
public sealed class SilentDatabaseException(Exception cause) : DbException("The database does not answer.", cause);
