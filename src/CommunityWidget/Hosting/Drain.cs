namespace CommunityWidget.Hosting;

/// <summary>This node is leaving: it is no longer ready, takes nothing new, and moves its clients to others before it ends.</summary>
public sealed class Drain
{
    private readonly List<Func<CancellationToken, Task>> _moves = [];
    private volatile bool _begun;

    public bool HasBegun => _begun;

    /// <summary>What a node does before it ends; given up when it takes too long.</summary>
    public void OnBegin(Func<CancellationToken, Task> move) => _moves.Add(move);

    /// <summary>Complete once everybody has moved, or when that must not take longer.</summary>
    public async Task Begin(CancellationToken late)
    {
        _begun = true;
        await Task.WhenAll(_moves.Select(move => move(late)));
    }
}
