using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Conversations.Later;

/// <summary>Links of mails as rows. A secret is made when its mail is written, so that none ever stands in the database.</summary>
public sealed class MailLinks(Db db, TimeProvider clock)
{
    private const string Valid = "select * from mail_links where secret_hash = @hash and purpose = @purpose and expires_at > @now";

    /// <summary>Makes a link and gives the secret that opens it.</summary>
    public async Task<string> Make(Tx tx, Guid thread, string purpose)
    {
        var (secret, now) = (Secret.New(), clock.NowMs());
        await tx.Execute(
            """
            insert into mail_links (id, thread, purpose, secret_hash, created_at, expires_at)
            values (@id, @thread, @purpose, @hash, @now, @until)
            """,
            new { id = clock.NewId(), thread, purpose, hash = Secret.Hash(secret), now, until = now + LinkPurposes.LifeMs(purpose) });
        return secret;
    }

    /// <summary>Whose link it is; nothing when it is too old or never was.</summary>
    public async Task<MailLink?> Find(string? secret, string purpose) => string.IsNullOrEmpty(secret)
        ? null
        : await db.Find<MailLink>(Valid, new { hash = Secret.Hash(secret), purpose, now = clock.NowMs() });

    /// <summary>The same under its thread's lock: another address may have been left meanwhile.</summary>
    public Task<MailLink?> Find(Tx tx, string secret, string purpose) =>
        tx.Find<MailLink>(Valid, new { hash = Secret.Hash(secret), purpose, now = clock.NowMs() });

    /// <summary>Gives the newest link of a thread that still opens a new secret; null when none does. A mail sent again carries a new one.</summary>
    public async Task<string?> Rekey(Tx tx, Guid thread, string purpose)
    {
        var secret = Secret.New();
        var changed = await tx.Execute(
            """
            update mail_links set secret_hash = @hash where id in (
                select id from mail_links where thread = @thread and purpose = @purpose and expires_at > @now order by created_at desc, id desc limit 1)
            """,
            new { hash = Secret.Hash(secret), thread, purpose, now = clock.NowMs() });
        return changed == 1 ? secret : null;
    }

    /// <summary>Whether a link that still opens was made since a moment.</summary>
    public async Task<bool> IsMadeSince(Tx tx, Guid thread, string purpose, long since) => await tx.Find<long>(
        "select count(*) from mail_links where thread = @thread and purpose = @purpose and created_at > @since and expires_at > @now",
        new { thread, purpose, since, now = clock.NowMs() }) > 0;

    public Task MarkUsed(Tx tx, Guid id) => tx.Execute("update mail_links set used_at = @now where id = @id and used_at is null", new { id, now = clock.NowMs() });

    /// <summary>Those made since a moment went with no mail that is known to have left, and nobody used them: as if there had been none.</summary>
    public Task Unmake(Tx tx, Guid thread, string purpose, long since) => tx.Execute(
        "delete from mail_links where thread = @thread and purpose = @purpose and created_at >= @since and used_at is null", new { thread, purpose, since });

    /// <summary>Links of a thread that open nothing any more from now on.</summary>
    public Task Withdraw(Tx tx, Guid thread, string purpose) => tx.Execute(
        "update mail_links set expires_at = @now where thread = @thread and purpose = @purpose and expires_at > @now", new { thread, purpose, now = clock.NowMs() });

    /// <summary>How many confirmations went out since a moment about questions of this visitor.</summary>
    public Task<long> ConfirmationsSince(Tx tx, Guid visitor, long since) => tx.Find<long>(
        "select count(*) from threads t join mail_links l on l.thread = t.id and l.purpose = 'confirm' and l.created_at > @since where t.visitor = @visitor", new { visitor, since });

    /// <summary>An address whose link nobody pressed in time is dropped: it may be anybody's.</summary>
    public Task ForgetUnconfirmed() => db.Write<Done>(async tx =>
    {
        await tx.Execute(
            """
            update threads set email = null where id in (
                select l.thread from mail_links l join threads t on t.id = l.thread
                where l.expires_at <= @now and l.purpose = 'confirm' and t.email is not null and t.email_confirmed_at is null
                  and not exists (select 1 from mail_links n where n.thread = l.thread and n.purpose = 'confirm' and n.expires_at > @now))
            """,
            new { now = clock.NowMs() });
        return Done.It;
    });

    /// <summary>Drops what is too old, and counts for no limit any more.</summary>
    public Task Forget() => db.Write<Done>(async tx =>
    {
        var now = clock.NowMs();
        await tx.Execute("delete from mail_links where expires_at <= @now and created_at <= @since", new { now, since = now - LeaveEmail.DayMs });
        return Done.It;
    });
}
