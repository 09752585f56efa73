using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>Editions and their answers as rows, on their way to the public and back; what changes while they are public is <see cref="EditionEdits"/>.</summary>
public sealed class EditionStore(Db db, PageChanges changes)
{
    public async Task Add(Tx tx, Edition edition, IReadOnlyList<Answer> answers)
    {
        await Remove(tx, edition.Thread);
        await tx.Execute(
            """
            insert into pages (id, public_id, thread, site, state, title, slug, question, language, topic, product_id, product_name, product_url, asked_at, proposed_at, updated_at, risks)
            values (@Id, @PublicId, @Thread, @Site, @State, @Title, @Slug, @Question, @Language, @Topic, @ProductId, @ProductName, @ProductUrl, @AskedAt, @ProposedAt, @UpdatedAt, @Risks)
            """,
            edition);
        await AddAnswers(tx, edition.Id, answers);
        await changes.Tell(tx, edition.Id);
    }

    /// <summary>Another wording of the same; false when somebody else changed it since.</summary>
    public async Task<bool> Reword(Tx tx, Edition seen, Edition after, IReadOnlyList<Answer> answers)
    {
        var changed = await tx.Execute(
            """
            update pages set title = @Title, slug = @Slug, question = @Question, revision = @Revision, sent_to = @SentTo, sent_by = @SentBy, sent_note = @SentNote, updated_at = @UpdatedAt
            where id = @Id and revision = @was and state = @State
            """,
            new { after.Id, after.Title, after.Slug, after.Question, after.Revision, after.SentTo, after.SentBy, after.SentNote, after.UpdatedAt, after.State, was = seen.Revision });
        if (changed != 1) return false;
        await tx.Execute("delete from answers where page = @Id", new { after.Id });
        await AddAnswers(tx, after.Id, answers);
        await changes.Tell(tx, after.Id);
        return true;
    }

    private static async Task AddAnswers(Tx tx, Guid page, IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers) await AnswerRow.Insert(tx, page, answer);
    }

    public Task<IReadOnlyList<Edition>> InReview(Guid site) =>
        // A thread that was reopened has left review; its draft is replaced when it closes again.
        db.Query<Edition>(
            """
            select p.* from pages p join threads t on t.id = p.thread
            where p.site = @site and p.state = 'review' and t.publication = 'review'
            order by p.proposed_at, p.id limit 200
            """,
            new { site });

    /// <summary>Those of these that anybody may read, in any order.</summary>
    public async Task<IReadOnlyList<Edition>> Public(Guid site, IReadOnlyCollection<Guid> pages) => pages.Count == 0 ? [] : await db.Query<Edition>(
        $"select * from pages where {db.Dialect.In("id", "@pages")} and site = @site and state = 'published' and hidden_at is null", new { site, pages });

    public Task<IReadOnlyList<Edition>> Published(Guid site) =>
        db.Query<Edition>("select * from pages where site = @site and state = 'published' and hidden_at is null order by published_at desc limit 200", new { site });

    public Task<Edition?> Find(Guid site, string publicId) =>
        db.Find<Edition>("select * from pages where site = @site and public_id = @publicId", new { site, publicId });

    public Task<Edition?> Find(Guid id) => db.Find<Edition>("select * from pages where id = @id", new { id });

    public Task<Edition?> Find(Tx tx, Guid site, string publicId) =>
        tx.Find<Edition>("select * from pages where site = @site and public_id = @publicId", new { site, publicId });

    public Task SetMerged(Tx tx, Guid page, Guid? into) => TellOf(tx, "update pages set merged_into = @into where id = @page returning id", new { page, into });

    public Task<Edition?> Find(Tx tx, Guid id) => tx.Find<Edition>("select * from pages where id = @id", new { id });

    /// <summary>The edition of a thread, whatever its state.</summary>
    public Task<Edition?> Of(Tx tx, Guid thread) => tx.Find<Edition>("select * from pages where thread = @thread", new { thread });

    public Task<Edition?> Of(Guid thread) => db.Find<Edition>("select * from pages where thread = @thread", new { thread });

    /// <summary>The public page of a thread, if it has one.</summary>
    public Task<Edition?> PublishedOf(Guid thread) =>
        db.Find<Edition>("select * from pages where thread = @thread and state = 'published' and hidden_at is null", new { thread });

    public Task<IReadOnlyList<Answer>> Answers(Guid page) => db.Query<Answer>(
        """
        select a.*, nullif(m.name, '') as member_name, m.roles as member_roles from answers a left join members m on m.id = a.member
        where a.page = @page order by a.position
        """,
        new { page });

    /// <summary>The answers of several editions, each one's in order.</summary>
    public async Task<ILookup<Guid, Answer>> Answers(IReadOnlyCollection<Guid> pages) => (pages.Count == 0 ? [] : await db.Query<Answer>(
        $"""
        select a.*, nullif(m.name, '') as member_name, m.roles as member_roles from answers a left join members m on m.id = a.member
        where {db.Dialect.In("a.page", "@pages")} order by a.page, a.position
        """,
        new { pages })).ToLookup(a => a.Page);

    public Task<IReadOnlyList<Answer>> Answers(Tx tx, Guid page) => tx.Query<Answer>("select * from answers where page = @page order by position", new { page });

    /// <summary>Moves an edition on; false when somebody else did already.</summary>
    public async Task<bool> Move(Tx tx, Edition edition, string state, string title, long now)
    {
        var moved = await tx.Execute(
            """
            update pages set state = @state, title = @title, slug = @slug, updated_at = @now, sent_to = null, hidden_at = null,
                published_at = case when @state = 'published' then coalesce(published_at, @now) else published_at end,
                modified_at = case when @state = 'published' then @now else modified_at end
            where id = @Id and state = @was
            """,
            new { edition.Id, was = edition.State, state, title, slug = Edition.SlugOf(title), now });
        if (moved == 1) await changes.Tell(tx, edition.Id);
        return moved == 1;
    }

    /// <summary>Out of the public's sight for good: 410 from now on, and no words of it are found any more.</summary>
    public async Task Withdraw(Tx tx, Guid thread, long now)
    {
        await TellOf(tx, "update pages set state = 'withdrawn', updated_at = @now where thread = @thread and state = 'published' returning id", new { thread, now });
    }

    /// <summary>Reported: out of sight until somebody decides. A draft only says so.</summary>
    public async Task Hide(Tx tx, Guid thread, long now)
    {
        await TellOf(tx, "update pages set hidden_at = @now, updated_at = @now where thread = @thread and state = 'published' and hidden_at is null returning id", new { thread, now });
        await tx.Execute("update pages set risks = trim(risks || ' reported') where thread = @thread and state = 'review' and risks not like '%reported%'", new { thread });
    }

    public Task Show(Tx tx, Guid page) => TellOf(tx, "update pages set hidden_at = null where id = @page returning id", new { page });

    private async Task TellOf(Tx tx, string sql, object parameters)
    {
        foreach (var page in await tx.Query<Guid>(sql, parameters)) await changes.Tell(tx, page);
    }

    // A thread that came back to review is proposed anew.
    private static async Task Remove(Tx tx, Guid thread)
    {
        foreach (var sql in IndexSql.ForgetThread) await tx.Execute(sql, new { thread });
        foreach (var table in new[] { "revisions", "reader_votes", "proposed_answers" })
            await tx.Execute($"delete from {table} where page in (select id from pages where thread = @thread)", new { thread });
        await tx.Execute("delete from answers where page in (select id from pages where thread = @thread)", new { thread });
        await tx.Execute("delete from pages where thread = @thread", new { thread });
    }
}
