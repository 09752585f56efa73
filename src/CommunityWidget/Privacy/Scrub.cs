using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Database;

namespace CommunityWidget.Privacy;

/// <summary>
/// What was erased leaves memory and disk too: pages kept for readers are dropped on every node; SQLite overwrites what it deletes, and its log is written into the file and cut off. While somebody
/// reads an older state that cannot be, and it is tried again.
/// </summary>
public sealed class Scrub(Db db, AnswerCache pages)
{
    private volatile bool _again;

    /// <param name="wasPublic">Somebody could read it: no page is kept that may show it.</param>
    public async Task Run(bool wasPublic = true)
    {
        _again = false;
        if (wasPublic) pages.DropAll();
        if (!await db.Scrub()) _again = true;
    }

    /// <summary>What did not succeed before.</summary>
    public Task Retry() => _again ? Run() : Task.CompletedTask;
}
