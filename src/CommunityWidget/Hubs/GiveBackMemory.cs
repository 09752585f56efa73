using CommunityWidget.Hosting;
using CommunityWidget.Matching;

namespace CommunityWidget.Hubs;

/// <summary>
/// Most of a node's people have gone: what they left is collected, beside whoever is still there. By itself the runtime does it when it needs room, and a node
/// that has become quiet never does; whatever counts its memory (a limit, an autoscaler) would take it for as busy as before.
/// </summary>
/// <param name="presence">Who is connected.</param>
/// <param name="collect">Collects.</param>
public sealed class GiveBackMemory(Presence presence, Action collect) : IChore
{
    // With fewer there is nothing that would show.
    private const int Many = 1_000;

    private int _most;

    public GiveBackMemory(Presence presence) : this(presence, () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false))
    {
    }

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public Task Run()
    {
        var lines = presence.Lines;
        _most = Math.Max(_most, lines);
        if (_most < Many || lines > _most / 2) return Task.CompletedTask;
        _most = lines;
        collect();
        return Task.CompletedTask;
    }
}
