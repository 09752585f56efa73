using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>Editions and their answers as rows.</summary>
public sealed class EditionStore(Db db)
{
    public async Task Add(Tx tx, Edition edition, IReadOnlyList<Answer> answers)
    {
        await Remove(tx, edition.Thread);
        await tx.Execute(
            """
            insert into pages (id, public_id, thread, site, state, title, slug, question, language, topic, asked_at, proposed_at, updated_at)
            values (@Id, @PublicId, @Thread, @Site, @State, @Title, @Slug, @Question, @Language, @Topic, @AskedAt, @ProposedAt, @UpdatedAt)
            """,
            edition);
        foreach (var answer in answers)
        {
            await tx.Execute(
                """
                insert into answers (page, position, member, source_seqs, body, state, votes, answered_at)
                values (@Page, @Position, @Member, @SourceSeqs, @Body, @State, 0, @AnsweredAt)
                """,
                answer);
        }
    }

    public Task<IReadOnlyList<Edition>> InReview(Guid site) =>
        // A thread that was reopened has left review; its draft is replaced when it closes again.
        db.Query<Edition>(
            """
            select p.* from pages p join threads t on t.id = p.thread
            where p.site = @site and p.state = 'review' and t.publication = 'review'
            order by p.proposed_at limit 200
            """,
            new { site });

    public Task<IReadOnlyList<Edition>> Published(Guid site) =>
        db.Query<Edition>("select * from pages where site = @site and state = 'published' order by published_at desc limit 200", new { site });

    public Task<Edition?> Find(Guid site, string publicId) =>
        db.Find<Edition>("select * from pages where site = @site and public_id = @publicId", new { site, publicId });

    /// <summary>The public page of a thread, if it has one.</summary>
    public Task<Edition?> PublishedOf(Guid thread) =>
        db.Find<Edition>("select * from pages where thread = @thread and state = 'published'", new { thread });

    public Task<IReadOnlyList<Answer>> Answers(Guid page) => db.Query<Answer>(
        """
        select a.*, nullif(m.name, '') as member_name, m.roles as member_roles from answers a join members m on m.id = a.member
        where a.page = @page order by a.position
        """,
        new { page });

    /// <summary>Moves an edition on; false when somebody else did already.</summary>
    public async Task<bool> Move(Tx tx, Edition edition, string state, string title, long now) => await tx.Execute(
        """
        update pages set state = @state, title = @title, slug = @slug, updated_at = @now,
            published_at = case when @state = 'published' then @now else published_at end
        where id = @Id and state = @was
        """,
        new { edition.Id, was = edition.State, state, title, slug = Edition.SlugOf(title), now }) == 1;

    public Task Withdraw(Tx tx, Guid thread, long now) => tx.Execute(
        "update pages set state = 'withdrawn', updated_at = @now where thread = @thread and state = 'published'", new { thread, now });

    // A thread that came back to review is proposed anew.
    private static async Task Remove(Tx tx, Guid thread)
    {
        await tx.Execute("delete from answers where page in (select id from pages where thread = @thread)", new { thread });
        await tx.Execute("delete from pages where thread = @thread", new { thread });
    }
}
