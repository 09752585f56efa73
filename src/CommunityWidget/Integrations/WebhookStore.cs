using CommunityWidget.Database;

namespace CommunityWidget.Integrations;

/// <summary>Webhooks as rows.</summary>
public sealed class WebhookStore(Db db)
{
    public Task<Webhook?> Find(Guid id) => db.Find<Webhook>("select * from webhooks where id = @id", new { id });

    /// <summary>One of a site's own, still there.</summary>
    public Task<Webhook?> Find(Guid site, Guid id) =>
        db.Find<Webhook>("select * from webhooks where id = @id and site = @site and deleted_at is null", new { site, id });

    public Task<IReadOnlyList<Webhook>> OfSite(Guid site) =>
        db.Query<Webhook>("select * from webhooks where site = @site and deleted_at is null order by created_at, id", new { site });

    /// <summary>Reads the row for change, deleted ones too.</summary>
    public Task<Webhook?> Lock(Tx tx, Guid site, Guid id) =>
        tx.Find<Webhook>($"select * from webhooks where id = @id and site = @site{tx.Dialect.ForUpdate}", new { site, id });

    public Task<long> Count(Tx tx, Guid site) => tx.Find<long>("select count(*) from webhooks where site = @site and deleted_at is null", new { site });

    public Task Add(Tx tx, Webhook hook) => tx.Execute(
        """
        insert into webhooks (id, site, address, events, with_text, secret, created_at)
        values (@Id, @Site, @Address, @Events, @WithText, @Secret, @CreatedAt)
        """,
        hook);

    public Task Save(Tx tx, Webhook hook) => tx.Execute(
        """
        update webhooks set address = @Address, events = @Events, with_text = @WithText, secret = @Secret, old_secret = @OldSecret,
            old_secret_until = @OldSecretUntil, paused_at = @PausedAt, deleted_at = @DeletedAt
        where id = @Id
        """,
        hook);

    /// <summary>Drops what was deleted before a moment, with its log.</summary>
    public async Task Purge(Tx tx, long before)
    {
        const string Gone = "(select id from webhooks where deleted_at < @before)";
        await tx.Execute($"delete from delivery_tries where webhook in {Gone}", new { before });
        await tx.Execute($"delete from deliveries where webhook in {Gone}", new { before });
        await tx.Execute("delete from webhooks where deleted_at < @before", new { before });
    }
}
