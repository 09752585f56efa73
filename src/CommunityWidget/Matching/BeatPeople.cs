using CommunityWidget.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Says who is connected to this node, at a pace of its own: nobody here seems silent to others because a pass over many questions, or a slow database, takes long.</summary>
public sealed class BeatPeople(Presence presence, IOptions<MatchingOptions> options) : IChore
{
    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.BeatMs);

    public Task Run() => presence.BeatAll();
}
