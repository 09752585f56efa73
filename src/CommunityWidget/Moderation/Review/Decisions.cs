using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Review;

/// <summary>What was decided about editions, by whom and why: to be read, and for ten seconds to be taken back.</summary>
public sealed class Decisions(Db db, AuditLog audit, TimeProvider clock)
{
    /// <param name="tx">The decision's own transaction.</param>
    /// <param name="page">About which edition.</param>
    /// <param name="kind">Of <see cref="DecisionKinds"/>.</param>
    /// <param name="by">Who; null where the site's policy decided.</param>
    /// <param name="why">Reason and note, where there are any.</param>
    /// <param name="together">What was decided in one go shares one.</param>
    public Task<Decision> Add(Tx tx, Edition page, string kind, Guid? by, (string? Reason, string? Note) why = default, Guid? together = null) =>
        Add(tx, new() { Site = page.Site, Page = page.Id, Revision = page.Revision, Thread = page.Thread, Kind = kind, Member = by, Reason = why.Reason, Note = why.Note, Together = together ?? Guid.Empty });

    /// <summary>The same about what is no edition.</summary>
    public async Task<Decision> Add(Tx tx, Decision made)
    {
        var id = clock.NewId();
        var decision = made with { Id = id, Together = made.Together == Guid.Empty ? id : made.Together, At = clock.NowMs() };
        await tx.Execute(
            """
            insert into decisions (id, together, site, page, revision, thread, seq, proposed, kind, reason, note, member, at)
            values (@Id, @Together, @Site, @Page, @Revision, @Thread, @Seq, @Proposed, @Kind, @Reason, @Note, @Member, @At)
            """,
            decision);
        if (decision.Member is { } by) await audit.Decided(tx, decision.Site, by, $"decided.{decision.Kind}", decision.Thread);
        return decision;
    }

    /// <summary>With the last merger of a draft: what was said of the answer it put another one before.</summary>
    public Task Keep(Tx tx, Guid draft, SaidOfFirst was) => tx.Execute(
        """
        update decisions set was_first = @First, was_checked_at = @CheckedAt, was_doubts = @Doubts, was_outdated_at = @OutdatedAt
        where id = (select id from decisions where page = @draft and kind = 'merged' order by at desc, id desc limit 1)
        """,
        new { draft, was.First, was.CheckedAt, was.Doubts, was.OutdatedAt });

    public Task<IReadOnlyList<Decision>> Together(Guid site, Guid together) => db.Query<Decision>(
        "select * from decisions where together = @together and site = @site order by id", new { together, site });

    /// <summary>Those before a place, newest first.</summary>
    public Task<IReadOnlyList<DecidedPage>> Before(Guid site, long at, Guid id, int most) => db.Query<DecidedPage>(
        """
        select d.*, p.public_id, p.title, p.slug, p.language, p.state, p.hidden_at, nullif(m.name, '') as member_name
        from decisions d left join pages p on p.id = d.page left join members m on m.id = d.member
        where d.site = @site and (d.at, d.id) < (@at, @id) order by d.at desc, d.id desc limit @most
        """,
        new { site, at, id, most });

    /// <summary>The last reason somebody gave about an edition.</summary>
    public Task<Decision?> Last(Guid page, string kind) => db.Find<Decision>(
        "select * from decisions where page = @page and kind = @kind and undone_at is null order by at desc limit 1", new { page, kind });

    public Task<Decision?> Latest(Guid page) => db.Find<Decision>("select * from decisions where page = @page order by at desc, id desc limit 1", new { page });

    /// <summary>False when it was taken back already. What a draft was found to repeat is then nothing to it: an erasure of that page would not find its title here.</summary>
    public async Task<bool> MarkUndone(Tx tx, Decision decision, MemberCaller by)
    {
        if (await tx.Execute("update decisions set undone_at = @now, note = case when kind = 'merged' then null else note end where id = @Id and undone_at is null", new { decision.Id, now = clock.NowMs() }) != 1) return false;
        await audit.Decided(tx, decision.Site, by.Id, $"undone.{decision.Kind}", decision.Thread);
        return true;
    }
}

/// <summary>One decision.</summary>
public record Decision
{
    public Guid Id { get; init; }
    public Guid Together { get; init; }
    public Guid Site { get; init; }
    public Guid? Page { get; init; }

    /// <summary>The wording of the edition that was decided about; null where it was about none.</summary>
    public long? Revision { get; init; }

    public Guid Thread { get; init; }

    /// <summary>The message it was about; 0: the page.</summary>
    public long Seq { get; init; }

    /// <summary>The proposed answer it was about.</summary>
    public Guid? Proposed { get; init; }

    public string Kind { get; init; } = "";
    public string? Reason { get; init; }
    public string? Note { get; init; }
    public Guid? Member { get; init; }
    public long At { get; init; }
    public long? UndoneAt { get; init; }
    public string? WasFirst { get; init; }
    public long? WasCheckedAt { get; init; }
    public long? WasDoubts { get; init; }
    public long? WasOutdatedAt { get; init; }

    /// <summary>What was said of the answer that a merger put another one before; null where it did not.</summary>
    public SaidOfFirst? Was => WasFirst is null ? null : new() { First = WasFirst, CheckedAt = WasCheckedAt, Doubts = WasDoubts ?? 0, OutdatedAt = WasOutdatedAt };

    public bool MayBeUndoneAt(long now) => UndoneAt is null && Member is not null && now - At <= Change.UndoWithinMs;
}

/// <summary>A decision with the page it was about.</summary>
public sealed record DecidedPage : Decision
{
    public string? PublicId { get; init; }
    public string? Title { get; init; }
    public string? Slug { get; init; }
    public string? Language { get; init; }
    public string? State { get; init; }
    public long? HiddenAt { get; init; }
    public string? MemberName { get; init; }
}

public static class DecisionKinds
{
    public const string Published = "published", Rejected = "rejected", Merged = "merged", SentBack = "sent_back", Withdrawn = "withdrawn";

    /// <summary>A public page is to be reviewed once more.</summary>
    public const string Returned = "returned";

    /// <summary>A report was right, or was not.</summary>
    public const string Upheld = "upheld", Dismissed = "dismissed";

    /// <summary>A text that was held is not let through.</summary>
    public const string KeptBack = "kept_back";

    /// <summary>An answer somebody added to a page, or worded anew, stands there; or does not.</summary>
    public const string AnswerAdded = "answer_added", AnswerRefused = "answer_refused";
}

/// <summary>Why a draft is turned away; others add a note.</summary>
public static class RejectReasons
{
    public const string NotUseful = "not_useful", Wrong = "wrong", Personal = "personal", Unkind = "unkind", Other = "other";

    public static readonly IReadOnlyList<string> Known = [NotUseful, Wrong, Personal, Unkind, Other];
}
