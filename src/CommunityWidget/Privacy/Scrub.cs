using CommunityWidget.Database;

namespace CommunityWidget.Privacy;

/// <summary>
/// What was erased leaves the disk too: SQLite overwrites what it deletes, and its log is written into the file and cut off. While somebody
/// reads an older state that cannot be, and it is tried again.
/// </summary>
public sealed class Scrub(Db db)
{
    private volatile bool _again;

    public async Task Run()
    {
        _again = false;
        if (!await db.Scrub()) _again = true;
    }

    /// <summary>What did not succeed before.</summary>
    public Task Retry() => _again ? Run() : Task.CompletedTask;
}
