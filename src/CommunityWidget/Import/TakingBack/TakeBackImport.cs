using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Import.TakingBack;

/// <summary>
/// Takes an import back: its pages are withdrawn and answer 410, its drafts turned away. Some hundred at a time, each with what is remembered of where it
/// came from, so that it may come again when it was mended, and so that whatever breaks this off, the same command goes on.
/// </summary>
public sealed class TakeBackImport(Db db, ThreadStore threads, LeaveSight leave, AuditLog audit, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>The newest of a site's imports that goes by this name, or has this id, and is not taken back.</summary>
    public async Task<ImportRecord?> Find(Guid site, string named) => (await db.Query<ImportRecord>(
        "select * from imports where site = @site and taken_back_at is null order by started_at desc, id desc", new { site })).FirstOrDefault(one => one.File == named || one.Id.ToString() == named);

    /// <summary>What would become of what it brought.</summary>
    public async Task<TakenBack> Count(ImportRecord import)
    {
        var states = (await db.Query<StateCount>(
            "select case when t.erased_at is null then t.publication else '' end as state, count(*) as number from imported i join threads t on t.id = i.thread where i.import = @Id group by 1", new { import.Id })).ToDictionary(one => one.State, one => one.Number);
        var (pages, drafts) = (states.GetValueOrDefault(Publications.Published), states.GetValueOrDefault(Publications.Review));
        return new(pages, drafts, states.Values.Sum() - pages - drafts);
    }

    /// <param name="import">Which.</param>
    /// <param name="told">Hears how far it is.</param>
    /// <param name="stop">Between two goes.</param>
    /// <returns>What went; a refusal is the database's, and what went before it is gone.</returns>
    public async Task<Reply<TakenBack>> Run(ImportRecord import, Func<TakenBack, Task> told, CancellationToken stop)
    {
        var (gone, after) = (new TakenBack(0, 0, 0), Guid.Empty);
        while (!stop.IsCancellationRequested)
        {
            var some = await db.Query<Guid>(
                "select thread from imported where import = @Id and thread > @after order by thread limit @AtOnce", new { import.Id, after, AtOnce });
            if (some.Count == 0) return await Finish(import, gone);
            var went = await db.Write<TakenBack>(async tx =>
            {
                var now = new TakenBack(0, 0, 0);
                foreach (var id in some)
                {
                    // One that was erased, also a moment ago, has gone and holds up no other.
                    var was = await threads.LockErasedToo(tx, id) is { ErasedAt: null } thread && await leave.Run(tx, thread) ? thread.Publication : "";
                    now = now.Plus(was);
                    // What had gone by somebody's decision stays remembered: it does not come again.
                    if (was.Length > 0) await tx.Execute("delete from imported where site = @Site and thread = @id", new { import.Site, id });
                }
                return now;
            });
            if (went.Value is not { } part) return went;
            (gone, after) = (gone.Plus(part), some[^1]);
            await told(gone);
        }
        return gone;
    }

    private Task<Reply<TakenBack>> Finish(ImportRecord import, TakenBack gone) => db.Write<TakenBack>(async tx =>
    {
        await tx.Execute("update imports set taken_back_at = @now, finished_at = coalesce(finished_at, @now) where id = @Id", new { import.Id, now = clock.NowMs() });
        await audit.Operated(tx, import.Site, "import.taken_back", import.Id, JsonSerializer.Serialize(new { import.File, gone.Pages, gone.Drafts }, JsonSerializerOptions.Web));
        return gone with { IsWhole = true };
    });

    private sealed record StateCount
    {
        public string State { get; init; } = "";
        public long Number { get; init; }
    }
}

/// <summary>What became of an import that is taken back.</summary>
/// <param name="Pages">Were public.</param>
/// <param name="Drafts">Waited for a moderator.</param>
/// <param name="Others">Had gone before: withdrawn, rejected or erased.</param>
/// <param name="IsWhole">Nothing is left of it.</param>
public sealed record TakenBack(long Pages, long Drafts, long Others, bool IsWhole = false)
{
    public TakenBack Plus(TakenBack more) => new(Pages + more.Pages, Drafts + more.Drafts, Others + more.Others);

    public TakenBack Plus(string was) => was switch
    {
        Publications.Published => this with { Pages = Pages + 1 },
        Publications.Review => this with { Drafts = Drafts + 1 },
        _ => this with { Others = Others + 1 },
    };
}
