using System.Data.Common;
using Polly;
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

    public ValueTask<T> Run<T>(Func<Task<T>> work) => _pipeline.ExecuteAsync(static async (again, _) => await again(), work);
}

/// <summary>The connection was lost in the commit: whether it was kept is not known, so it is neither reported nor tried again. The client's key settles it.</summary>
public sealed class CommitLostException(DbException cause) : DbException("The connection was lost in the commit.", cause);
