using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>Editions and their answers as rows, on their way to the public and back; what changes while they are public is <see cref="EditionEdits"/>.</summary>
public sealed class EditionStore(Db db, PageChanges changes)
{
    /// <summary>A draft. What its thread had as a draft before goes; a page that was public stays the same page, with what readers and doubles brought to it.</summary>
    /// <returns>As it is stored.</returns>
    public async Task<Edition> Add(Tx tx, Edition edition, IReadOnlyList<Answer> answers)
    {
        if (await Of(tx, edition.Thread) is { PublishedAt: not null } before) return await Renew(tx, before, edition, answers);
        await Remove(tx, edition.Thread);
        await tx.Execute(
            """
            insert into pages (id, public_id, thread, site, state, title, slug, question, language, topic, product_id, product_name, product_url, asked_at, proposed_at, updated_at, risks)
            values (@Id, @PublicId, @Thread, @Site, @State, @Title, @Slug, @Question, @Language, @Topic, @ProductId, @ProductName, @ProductUrl, @AskedAt, @ProposedAt, @UpdatedAt, @Risks)
            """,
            edition);
        await AddAnswers(tx, edition.Id, answers);
        await changes.Tell(tx, edition.Id);
        return edition;
    }

    private async Task<Edition> Renew(Tx tx, Edition before, Edition draft, IReadOnlyList<Answer> answers)
    {
        // Earlier wordings may hold what was taken out of the talk since.
        await tx.Execute("delete from revisions where page = @Id", new { before.Id });
        var next = draft with { Id = before.Id, PublicId = before.PublicId, Revision = before.Revision + 1, PublishedAt = before.PublishedAt };
        await tx.Execute(
            """
            update pages set state = @State, title = @Title, slug = @Slug, question = @Question, language = @Language, topic = @Topic, product_id = @ProductId, product_name = @ProductName, product_url = @ProductUrl,
                proposed_at = @ProposedAt, updated_at = @UpdatedAt, risks = @Risks, revision = @Revision, hidden_at = null, merged_into = null, sent_to = null, sent_by = null, sent_note = null
            where id = @Id
            """,
            next);
        await Exchange(tx, before.Id, was => RenewedAnswers.Of(was, answers, draft.ProposedAt));
        await changes.Tell(tx, before.Id);
        return next;
    }

    /// <summary>Another wording of the same; false when somebody else changed it since.</summary>
    public async Task<bool> Reword(Tx tx, Edition seen, Edition after, IReadOnlyList<Answer> answers)
    {
        var changed = await tx.Execute(
            """
            update pages set title = @Title, slug = @Slug, question = @Question, product_id = @ProductId, product_name = @ProductName, product_url = @ProductUrl, revision = @Revision, sent_to = @SentTo, sent_by = @SentBy, sent_note = @SentNote, updated_at = @UpdatedAt
            where id = @Id and revision = @was and state = @State
            """,
            new { after.Id, after.Title, after.Slug, after.Question, after.ProductId, after.ProductName, after.ProductUrl, after.Revision, after.SentTo, after.SentBy, after.SentNote, after.UpdatedAt, after.State, was = seen.Revision });
        if (changed != 1) return false;
        await Exchange(tx, after.Id, _ => answers);
        await changes.Tell(tx, after.Id);
        return true;
    }

    // Of the next one that stands first nobody has said yet whether it is true.
    private async Task Exchange(Tx tx, Guid page, Func<IReadOnlyList<Answer>, IReadOnlyList<Answer>> change)
    {
        var was = await Answers(tx, page);
        var next = change(was);
        await tx.Execute("delete from answers where page = @page", new { page });
        await AddAnswers(tx, page, next);
        await tx.Execute($"update pages set {AnswerRow.AskedAt} where id = @page", new { page });
        if (Answer.InOrder(was).FirstOrDefault() is not { } first || Answer.InOrder(next).FirstOrDefault()?.Id == first.Id) return;
        await tx.Execute("update pages set checked_at = null, doubts = 0, outdated_at = null where id = @page", new { page });
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

    /// <summary>The first public page on the way from a double to the one it was merged into, and on from there where that was merged too; where none is, the last on that way.</summary>
    public Task<Edition?> Survivor(Guid page) => db.Find<Edition>(
        """
        with recursive way (id, step) as (
            select merged_into, 1 from pages where id = @page
            union all
            select p.merged_into, way.step + 1 from way join pages p on p.id = way.id where p.merged_into is not null and way.step < 20)
        select p.* from way join pages p on p.id = way.id
        order by case when p.state = 'published' and p.hidden_at is null then 0 else 1 end, case when p.state = 'published' and p.hidden_at is null then way.step else -way.step end limit 1
        """,
        new { page });

    /// <summary>The first public page on which an answer of a double stands; none where it said nothing that was not said there, or all of it was left out.</summary>
    public Task<Edition?> Bearing(Tx tx, Guid from) => tx.Find<Edition>(
        """
        select * from pages where state = 'published' and hidden_at is null and id in (select page from answers where merged_from = @from)
        order by published_at, id limit 1
        """,
        new { from });

    public Task<Edition?> Find(Tx tx, Guid id) => tx.Find<Edition>("select * from pages where id = @id", new { id });

    /// <summary>The edition of a thread, whatever its state.</summary>
    public Task<Edition?> Of(Tx tx, Guid thread) => tx.Find<Edition>("select * from pages where thread = @thread", new { thread });

    public Task<Edition?> Of(Guid thread) => db.Find<Edition>("select * from pages where thread = @thread", new { thread });

    /// <summary>Whether everybody could read its page once: its address is known.</summary>
    public async Task<bool> WasPublic(Tx tx, Guid thread) => await Of(tx, thread) is { PublishedAt: not null };

    /// <summary>The same before anybody waits for it.</summary>
    public async Task<bool> WasPublic(Guid thread) => await Of(thread) is { PublishedAt: not null };

    /// <summary>The public page of a thread, if it has one.</summary>
    public Task<Edition?> PublishedOf(Guid thread) =>
        db.Find<Edition>("select * from pages where thread = @thread and state = 'published' and hidden_at is null", new { thread });

    /// <summary>The public pages of these threads.</summary>
    public async Task<IReadOnlyList<Edition>> PublishedOf(IReadOnlyCollection<Guid> threads) => threads.Count == 0 ? [] : await db.Query<Edition>(
        $"select * from pages where {db.Dialect.In("thread", "@threads")} and state = 'published' and hidden_at is null", new { threads });

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
        if (moved != 1) return false;
        if (state == Threads.Publications.Published) await OnlyOnce(tx, edition.Id);
        await changes.Tell(tx, edition.Id);
        return true;
    }

    // Of two answers that say the same the one that stands first stays: whoever drafts or words them may not know of the other.
    private async Task OnlyOnce(Tx tx, Guid page)
    {
        var said = new HashSet<string>();
        foreach (var answer in Answer.InOrder(await Answers(tx, page)))
            if (!said.Add(WrittenText.Squeezed(answer.Body))) await tx.Execute("delete from answers where page = @page and id = @Id", new { page, answer.Id });
    }

    /// <summary>Out of the public's sight for good, also from out of review: 410 from now on, and no words of it are found any more. False when there was nothing that was ever public.</summary>
    public Task<bool> Withdraw(Tx tx, Guid thread, long now) => TellOf(
        tx,
        "update pages set state = 'withdrawn', updated_at = @now where thread = @thread and (state = 'published' or (state = 'review' and published_at is not null)) returning id",
        new { thread, now });

    /// <summary>The threads in which what stands on a page was said: its own, and those of its doubles.</summary>
    public Task<IReadOnlyList<Guid>> SaidOn(Tx tx, Guid page) => tx.Query<Guid>(
        """
        with recursive twins (id) as (
            select id from pages where id = @page
            union
            select p.id from twins t join pages p on p.merged_into = t.id)
        select thread from pages where id in (select id from twins) or id in (select merged_from from answers where page = @page)
        """,
        new { page });

    /// <summary>Reported: out of sight until somebody decides. A draft only says so.</summary>
    public async Task Hide(Tx tx, Guid thread, long now)
    {
        await TellOf(tx, "update pages set hidden_at = @now, updated_at = @now where thread = @thread and state = 'published' and hidden_at is null returning id", new { thread, now });
        await tx.Execute("update pages set risks = trim(risks || ' reported') where thread = @thread and state = 'review' and risks not like '%reported%'", new { thread });
    }

    /// <summary>Why somebody should look at a thread's draft twice, in a word; or no more.</summary>
    public Task SetRisk(Tx tx, Guid thread, string risk, bool isThere) => tx.Execute(
        "update pages set risks = trim(replace(' ' || risks || ' ', @spaced, ' ') || @added) where thread = @thread and state = 'review'",
        new { thread, spaced = $" {risk} ", added = isThere ? risk : "" });

    public Task Show(Tx tx, Guid page) => TellOf(tx, "update pages set hidden_at = null where id = @page returning id", new { page });

    private async Task<bool> TellOf(Tx tx, string sql, object parameters)
    {
        var told = await tx.Query<Guid>(sql, parameters);
        foreach (var page in told) await changes.Tell(tx, page);
        return told.Count > 0;
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
