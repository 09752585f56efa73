using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Votes;

/// <summary>Readers' votes: one of a kind for each reader, page and day. Said otherwise on the same day, it counts otherwise.</summary>
public sealed class VoteStore(EditionEdits edits, AnswerCache cache)
{
    /// <summary>So many readers who say that a page is no longer true, and it says so itself. Known for a day each: the same one who says it on three days is taken for three.</summary>
    public const int Doubters = 3;

    /// <summary>So often a day a reader may vote, whatever says it.</summary>
    public const int MostADay = 60;

    public async Task Cast(Tx tx, Guid page, Vote vote, long now)
    {
        // Two votes of one reader in the same moment come one after the other.
        if (await tx.Find<Guid?>($"select site from pages where id = @page{tx.Dialect.ForUpdate}", new { page }) is not { } site) return;
        var before = await tx.Find<CastBefore>("select yes, answer from reader_votes where page = @page and mark = @Mark and kind = @Kind", new { page, vote.Mark, vote.Kind });
        // That it helped is known where it is known which answer did.
        if (before is not null && before.Yes == vote.Yes && (vote.Answer is null || before.Answer == vote.Answer)) return;
        var first = await EditionEdits.First(tx, page);
        if (before is not null) await Count(tx, page, vote with { Yes = before.Yes, Answer = before.Answer }, by: -1);
        await tx.Execute(
            """
            insert into reader_votes (page, mark, kind, yes, answer, at) values (@page, @Mark, @Kind, @Yes, @Answer, @now)
            on conflict (page, mark, kind) do update set yes = @Yes, answer = @Answer
            """,
            new { page, vote.Mark, vote.Kind, vote.Yes, vote.Answer, now });
        await Count(tx, page, vote, by: 1);
        // That it is still true was said of the answer that stood first; doubts are of the page.
        if (await EditionEdits.First(tx, page) != first) await tx.Execute("update pages set checked_at = null where id = @page", new { page });
        // It says how many it helped. Nothing to find anew: no date moves.
        tx.AfterCommit(() =>
        {
            cache.Drop(site, page);
            return Task.CompletedTask;
        });
        if (vote.Kind == VoteKinds.Truth && await tx.Find<long>("select doubts from pages where id = @page", new { page }) >= Doubters) await edits.SetOutdated(tx, page, outdated: true, now);
    }

    /// <summary>Whether a reader may still say that today: said again, or otherwise, it is no more than before. Asked before any row is locked, and true until the transaction ends.</summary>
    public static async Task<bool> MayCast(Tx tx, Guid page, Vote vote)
    {
        await tx.Lock($"votes of {vote.Mark}");
        return await tx.Find<long>("select count(*) from reader_votes where page = @page and mark = @Mark and kind = @Kind", new { page, vote.Mark, vote.Kind }) > 0
            || await tx.Find<long>("select count(*) from reader_votes where mark = @Mark", new { vote.Mark }) < MostADay;
    }

    private static async Task Count(Tx tx, Guid page, Vote vote, int by)
    {
        await tx.Execute(
            vote switch
            {
                { Kind: VoteKinds.Truth, Yes: false } => "update pages set doubts = case when doubts + @by < 0 then 0 else doubts + @by end where id = @page",
                { Kind: VoteKinds.Truth } => "update pages set doubts = doubts where id = @page",
                { Yes: true } => "update pages set helped = helped + @by where id = @page",
                _ => "update pages set not_helped = not_helped + @by where id = @page",
            },
            new { page, by });
        if (vote is not { Kind: VoteKinds.Help, Yes: true, Answer: { } answer }) return;
        await tx.Execute("update answers set votes = votes + @by where page = @page and id = @answer", new { page, answer, by });
        await tx.Execute("update members set thanks = thanks + @by where id = (select member from answers where page = @page and id = @answer)", new { page, answer, by });
    }

    private sealed record CastBefore
    {
        public bool Yes { get; init; }
        public string? Answer { get; init; }
    }
}
