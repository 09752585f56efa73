using CommunityWidget.AnswerPages;
using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Readers;

/// <summary>Proposed answers as rows.</summary>
public sealed class ProposedStore(Db db)
{
    public Task Add(Tx tx, ProposedAnswer proposed) => tx.Execute(
        """
        insert into proposed_answers (id, public_id, site, page, rewords, member, author_name, body, mark, state, risks, key_hash, at)
        values (@Id, @PublicId, @Site, @Page, @Rewords, @Member, @AuthorName, @Body, @Mark, @State, @Risks, @KeyHash, @At)
        """,
        proposed);

    public Task<ProposedAnswer?> Find(Guid site, string publicId) =>
        db.Find<ProposedAnswer>("select * from proposed_answers where public_id = @publicId and site = @site and state <> 'erased'", new { site, publicId });

    public Task<ProposedAnswer?> Find(Tx tx, Guid id) => tx.Find<ProposedAnswer>("select * from proposed_answers where id = @id", new { id });

    /// <summary>How many a reader has made since a moment.</summary>
    public Task<long> Since(Tx tx, string mark, long since) =>
        tx.Find<long>("select count(*) from proposed_answers where mark = @mark and at > @since", new { mark, since });

    /// <summary>The same sent again a moment ago: what it was sent with now opens it.</summary>
    public Task SetKey(Tx tx, Guid id, string hash) => tx.Execute("update proposed_answers set key_hash = @hash where id = @id", new { id, hash });

    /// <summary>How many wait about one page.</summary>
    public Task<long> Waiting(Tx tx, Guid page) =>
        tx.Find<long>("select count(*) from proposed_answers where page = @page and state = 'review'", new { page });

    /// <summary>The same words again, by the same reader or member, about the same page. A member may go back to words that were decided before; a reader who sends them again has only sent them again.</summary>
    public Task<ProposedAnswer?> Same(Tx tx, ProposedAnswer proposed) => tx.Find<ProposedAnswer>(
        "select * from proposed_answers where page = @Page and mark = @Mark and (state = 'review' or mark <> '') and body = @Body and coalesce(rewords, '') = coalesce(@Rewords, '')", proposed);

    /// <summary>What moderators have before them, oldest first, with the page it is about.</summary>
    public Task<IReadOnlyList<ProposedToPage>> Open(Guid site, int most) => db.Query<ProposedToPage>(
        """
        select n.*, p.public_id as page_id, p.slug, p.title, p.question, p.language, nullif(m.name, '') as member_name,
            (select a.body from answers a where a.page = n.page and a.id = n.rewords) as was
        from proposed_answers n join pages p on p.id = n.page left join members m on m.id = n.member
        where n.site = @site and n.state = 'review' and p.state = 'published' and p.hidden_at is null order by n.at, n.id limit @most
        """,
        new { site, most });

    /// <summary>Moves one on from a state; false when somebody else did.</summary>
    public async Task<bool> Move(Tx tx, Guid id, string was, string state, long? decidedAt) =>
        await tx.Execute("update proposed_answers set state = @state, decided_at = @decidedAt where id = @id and state = @was", new { id, was, state, decidedAt }) == 1;

    /// <summary>Nothing is left of what a reader sent but that they sent it; gives in which states it was.</summary>
    public async Task<IReadOnlyList<string>> Empty(Tx tx, Guid page, string name, long at, long now)
    {
        const string theirs = "page = @page and member is null and author_name = @name and at = @at";
        var states = await tx.Query<string>($"select state from proposed_answers where {theirs}", new { page, name, at });
        await tx.Execute($"update proposed_answers set state = 'erased', body = '', author_name = null, risks = '', key_hash = null, decided_at = @now where {theirs}", new { page, name, at, now });
        return states;
    }

    /// <summary>What stood on the page, in the place of what stands there now, when a decision exchanged one for the other.</summary>
    public Task Keep(Tx tx, Guid id, WordedBefore was) => tx.Execute(
        "update proposed_answers set body = @Body, was_reworded_at = @RewordedAt, was_checked_at = @CheckedAt, was_outdated_at = @OutdatedAt, was_doubts = @Doubts where id = @id",
        new { id, was.Body, was.RewordedAt, was.CheckedAt, was.OutdatedAt, was.Doubts });
}

/// <summary>A proposed answer with the page it is about.</summary>
public sealed record ProposedToPage
{
    public string PublicId { get; init; } = "";
    public string PageId { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Question { get; init; } = "";
    public string Language { get; init; } = "en";
    public string? Rewords { get; init; }
    public string? MemberName { get; init; }
    public string? AuthorName { get; init; }
    public string Body { get; init; } = "";

    /// <summary>The words it would take the place of.</summary>
    public string? Was { get; init; }

    public string Risks { get; init; } = "";
    public long At { get; init; }

    public IReadOnlyList<string> RiskList => Risks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
