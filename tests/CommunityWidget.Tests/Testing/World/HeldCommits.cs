using CommunityWidget.Conversations;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>Holds the next shared commits of messages, written but not committed, until the test lets them go.</summary>
public sealed class HeldCommits
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _commits;

    /// <param name="world">Where.</param>
    /// <param name="fails">How they fail then; null when they do not.</param>
    public HeldCommits(TestWorld world, Func<Exception>? fails = null) => world.Get<FailPoint>().Reached = async where =>
    {
        if (where != FailPoint.BeforeCommit) return;
        Interlocked.Increment(ref _commits);
        _reached.TrySetResult();
        await _go.Task;
        if (fails is not null) throw fails();
    };

    public Task Reached => _reached.Task;

    public int Commits => _commits;

    public void LetGo() => _go.TrySetResult();
}
