using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Reports;

/// <summary>What reports put out of sight until a moderator decides: the page of the thread they are about and, of a double, the pages its answers stand on.</summary>
public sealed class OutOfSight(EditionStore editions, ReportStore reports, TellPublished tell, TimeProvider clock)
{
    /// <summary>Nothing while too few trusted people reported the thread.</summary>
    public async Task HideReported(Tx tx, Site site, Guid thread)
    {
        if (await reports.AreEnough(tx, site, thread)) await Hide(tx, thread);
    }

    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">Reported.</param>
    public async Task Hide(Tx tx, Guid thread)
    {
        foreach (var page in await Pages(tx, thread)) await editions.Hide(tx, page.Thread, clock.NowMs());
    }

    /// <summary>Which pages are out of sight with what was said in a thread.</summary>
    public async Task<IReadOnlyList<Edition>> Hidden(Tx tx, Guid thread) => [.. (await Pages(tx, thread)).Where(page => page.HiddenAt is not null)];

    /// <summary>These are back, but for where something else that stands there is reported. Whoever was to be told meanwhile that they are public is told now.</summary>
    public async Task Show(Tx tx, Site site, IEnumerable<Edition> hidden)
    {
        foreach (var page in hidden)
        {
            if (await IsReported(tx, site, page.Id)) continue;
            await editions.Show(tx, page.Id);
            await tell.Run(tx, page.Id);
        }
    }

    /// <summary>A page that is public again, by an undo or published anew, or took over a double's answers, is out of sight where reports had put it: nobody has decided about them.</summary>
    public async Task HideAgain(Tx tx, Site site, Guid thread)
    {
        if (await editions.Of(tx, thread) is { } page && await IsReported(tx, site, page.Id)) await editions.Hide(tx, thread, clock.NowMs());
    }

    private async Task<bool> IsReported(Tx tx, Site site, Guid page)
    {
        foreach (var thread in await editions.SaidOn(tx, page))
            if (await reports.AreEnough(tx, site, thread)) return true;
        return false;
    }

    // A double's own first: its thread is locked before those it went to.
    private async Task<IReadOnlyList<Edition>> Pages(Tx tx, Guid thread)
    {
        if (await editions.Of(tx, thread) is not { } page) return [];
        var all = new List<Edition> { page };
        foreach (var went in await EditionEdits.LockWent(tx, page.Id))
            if (await editions.Find(tx, went) is { } there) all.Add(there);
        return all;
    }
}
