using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// Notices when helpers can be looked for no more, and when they can again: the visitors of this node who wait are told,
/// and what could not be offered meanwhile is looked at at once.
/// </summary>
public sealed class SearchPause(IMatchQueue queue, Presence presence, HelperSearch search, ThreadStore threads, SiteStore sites, INotices notices, TimeProvider clock)
{
    private bool _told;
    private long _turns = queue.Turns;

    public async Task Run()
    {
        var (turns, paused) = (queue.Turns, !queue.SeesEveryone(clock.NowMs()));
        // At once: whoever asks from now on hears it with the answer.
        search.IsPaused = paused;
        // It may have been away and be back while a pass went on: what was put off then is looked at as well.
        if (paused == _told && (paused || turns == _turns)) return;
        // Whoever asks next, here or on another node, shall know who is connected.
        await presence.BeatAll();
        if (!paused)
        {
            foreach (var site in await sites.All()) await queue.Wake(site.Id, clock.NowMs());
        }
        if (paused != _told)
        {
            foreach (var thread in await threads.WaitingOf(presence.Visitors)) await notices.Search(thread.Visitor, new SearchNotice(thread.PublicId, paused));
        }
        // Last: what fails halfway is done again.
        _told = paused;
        if (!paused) _turns = turns;
    }
}
