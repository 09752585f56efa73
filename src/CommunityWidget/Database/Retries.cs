using System.Data.Common;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CommunityWidget.Database;

/// <summary>What is tried again, and only where nothing can have been kept: reads, transactions that were undone, connections that could not be made.</summary>
internal sealed class Retries
{
    private static readonly TimeSpan Weighed = TimeSpan.FromSeconds(2);

    private readonly SqlDialect _dialect;
    private readonly Calm _calm;
    private readonly ResiliencePipeline _pipeline;

    public Retries(SqlDialect dialect)
    {
        (_dialect, _calm) = (dialect, new(Weighed, dialect.Clock));
        _pipeline = new ResiliencePipelineBuilder()
            // Three quarters of a second in all: long enough for a server that hands over, short enough for whoever waits.
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
                ShouldHandle = new PredicateBuilder().Handle<DbException>(IsSilent),
                FailureRatio = 0.5,
                MinimumThroughput = 2,
                SamplingDuration = Weighed,
                BreakDuration = TimeSpan.FromSeconds(1),
                OnOpened = _ => Told(_calm.Stops),
                OnClosed = _ => Told(_calm.Returns),
            })
            // Whoever lost to another node reads anew what that one wrote.
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DbException>(dialect.LostRace),
                OnRetry = lost =>
                {
                    if (lost.Outcome.Exception is DbException error) dialect.BeforeAgain(error);
                    return ValueTask.CompletedTask;
                },
                MaxRetryAttempts = 5,
                Delay = TimeSpan.FromMilliseconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>While all are answered, a call goes straight to the database; its failure is the first of those that are weighed and tried again.</summary>
    public async Task<T> Run<T>(Func<Task<T>> work)
    {
        if (!_calm.Is) return await Watched(work);
        try
        {
            var answer = await work();
            _calm.Answered();
            return answer;
        }
        catch (DbException error) when (_dialect.LostConnection(error) || _dialect.LostRace(error) || _dialect.IsSilent(error))
        {
            if (_dialect.IsSilent(error)) _calm.Ends(Weigh);
            Task<T>? failed = Task.FromException<T>(error);
            return await Watched(() => Interlocked.Exchange(ref failed, null) ?? work());
        }
    }

    private async Task<T> Watched<T>(Func<Task<T>> work)
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

    // Answered before anybody watched: against these the first without an answer is one of many.
    private void Weigh()
    {
        try
        {
            _pipeline.Execute(static () => { });
        }
        catch (BrokenCircuitException)
        {
            // Others found it silent meanwhile.
        }
    }

    private bool IsSilent(DbException error)
    {
        var isSilent = _dialect.IsSilent(error);
        if (isSilent) _calm.Ends();
        return isSilent;
    }

    private static ValueTask Told(Action tell)
    {
        tell();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The connection was lost in the commit: whether it was kept is not known, so it is neither reported nor tried again. The client's key settles it.</summary>
public sealed class CommitLostException(DbException cause) : DbException("The connection was lost in the commit.", cause);

/// <summary>The database did not answer others just now, so it was not asked.</summary>
public sealed class SilentDatabaseException(Exception cause) : DbException("The database does not answer.", cause);
