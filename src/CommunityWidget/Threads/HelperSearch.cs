namespace CommunityWidget.Threads;

/// <summary>Whether helpers can be looked for now. Matching knows; whoever shows a waiting thread says so.</summary>
public sealed class HelperSearch
{
    private volatile bool _isPaused;

    public bool IsPaused
    {
        get => _isPaused;
        set => _isPaused = value;
    }

    public bool IsPausedFor(ThreadRecord thread) => IsPaused && thread.State == Contracts.ThreadStates.Waiting;
}
