using CommunityWidget.Contracts;
using Xunit;

namespace CommunityWidget.Tests.Testing;

/// <summary>For what comes in its own time: looked for every ten milliseconds, because a loop without a pause takes a core from what others measure.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until it holds; fails when that never comes, with what there is to say of it.</summary>
    public static async Task Holds(Func<Task<bool>> holds, Func<string>? otherwise = null)
    {
        using var late = new CancellationTokenSource(Patience);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await holds())
        {
            if (late.IsCancellationRequested && otherwise is not null) Assert.Fail(otherwise());
            await interval.WaitForNextTickAsync(otherwise is null ? late.Token : CancellationToken.None);
        }
    }

    /// <inheritdoc cref="Holds(Func{Task{bool}}, Func{string})"/>
    public static Task Holds(Func<bool> holds, Func<string>? otherwise = null) => Holds(() => Task.FromResult(holds()), otherwise);

    /// <summary>On a starved machine a write may be told to try again: it does, as a client would.</summary>
    public static async Task<Reply<T>> Stored<T>(Func<Task<Reply<T>>> use) where T : class
    {
        var reply = await use();
        while (reply.Refusal == Refusals.StorageAway) reply = await use();
        return reply;
    }
}
