using CommunityWidget.Database;

namespace CommunityWidget.Inbox;

/// <summary>Tags of threads, and how often a site uses each.</summary>
public sealed class TagStore(Db db)
{
    private const int Suggested = 100;

    /// <summary>The site's tags, those used most first.</summary>
    public Task<IReadOnlyList<string>> Known(Guid site) => db.Query<string>(
        "select tag from tags where site = @site and uses > 0 order by uses desc, tag limit @most", new { site, most = Suggested });

    public Task<long> Count(Tx tx, Guid thread) => tx.Find<long>("select count(*) from thread_tags where thread = @thread", new { thread });

    /// <summary>Twice is once.</summary>
    public async Task Add(Tx tx, Guid site, Guid thread, string tag, Guid member, long now)
    {
        var added = await tx.Execute(
            "insert into thread_tags (thread, tag, site, member, at) values (@thread, @tag, @site, @member, @now) on conflict do nothing", new { thread, tag, site, member, now });
        if (added > 0) await tx.Execute("insert into tags (site, tag, uses) values (@site, @tag, 1) on conflict (site, tag) do update set uses = tags.uses + 1", new { site, tag });
    }

    public async Task Remove(Tx tx, Guid site, Guid thread, string tag)
    {
        var removed = await tx.Execute("delete from thread_tags where thread = @thread and tag = @tag", new { thread, tag });
        if (removed > 0) await tx.Execute("update tags set uses = uses - 1 where site = @site and tag = @tag", new { site, tag });
    }
}
