namespace CommunityWidget.Redis;

/// <summary>Whether what nodes publish reaches the others. On one node it always does. While it does not, and just after, the database is asked instead.</summary>
public sealed class Reach
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _broken = New();

    /// <summary>There may be other nodes, and one of them may be cut off without this one noticing.</summary>
    public bool HasOthers { get; init; }

    public bool IsWhole => !_broken.Task.IsCompleted;

    /// <summary>Complete from the moment something may have been lost until it is whole again.</summary>
    public Task Broken => _broken.Task;

    public void Break() => _broken.TrySetResult();

    public void Mend()
    {
        lock (_gate) if (!IsWhole) _broken = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
