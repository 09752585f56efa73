using CommunityWidget.Redis;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A word to every node that somebody may do less than before. It may get lost: whoever listens looks by itself every few seconds too.</summary>
public sealed class ConductSignal(Hints hints)
{
    private volatile Action[] _listeners = [];

    public void Raise()
    {
        foreach (var tell in _listeners) tell();
        hints.Tell(Hints.Conduct);
    }

    public void OnRaised(Action then)
    {
        _listeners = [.. _listeners, then];
        hints.OnHeard(Hints.Conduct, then);
    }
}
