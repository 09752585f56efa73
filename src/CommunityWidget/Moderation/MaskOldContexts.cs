using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>What volunteers see of the page and product of questions from before that was stored beside them: worked out once for each, the newest first.</summary>
public sealed class MaskOldContexts(Db db, SiteStore sites) : IChore
{
    private const int AtOnce = 20;

    private bool _done;

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run()
    {
        if (_done) return;
        var old = await db.Query<ThreadRecord>("select t.* from threads t where t.id in (select thread from contexts_to_mask order by thread desc limit @AtOnce) order by t.id", new { AtOnce });
        var masked = new List<(Guid Thread, ShopContext? Shown)>();
        foreach (var thread in old) masked.Add((thread.Id, JudgeContext.ForVolunteers(await sites.Get(thread.Site), thread.Language, thread.Page, thread.Product)));
        var stored = await db.Write<Done>(async tx =>
        {
            foreach (var (thread, shown) in masked)
            {
                // Erased meanwhile, it says nothing any more.
                if (shown is not null) await tx.Execute("update threads set masked_context = @shown where id = @thread and masked_context is null and erased_at is null", new { thread, shown });
                await tx.Execute("delete from contexts_to_mask where thread = @thread", new { thread });
            }
            return Done.It;
        });
        _done = stored.Refusal is null && old.Count == 0;
    }
}
