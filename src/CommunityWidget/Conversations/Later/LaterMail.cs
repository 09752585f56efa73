using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Which mails about a thread are to go out. They leave by the outbox, which knows only the thread.</summary>
public sealed class LaterMail(Db db, Mailer mailer, MailLinks links, Outbox outbox, TimeProvider clock)
{
    public const string Confirm = "mail.confirm", Answer = "mail.answer";

    // Nobody's address is written to by us again and again because somebody else types it.
    private const int MostByVisitor = 5, MostToAddress = 3;

    public bool IsPossible => mailer.IsConfigured;

    /// <summary>When this visitor confirmed this address for another question of theirs; null when they did not.</summary>
    public Task<long?> WasConfirmed(Tx tx, Guid visitor, string address) => tx.Find<long?>(
        "select max(email_confirmed_at) from threads where visitor = @visitor and email = @address", new { visitor, address });

    /// <summary>Whether a confirmation was asked for since a moment, and its link still holds.</summary>
    public Task<bool> IsAskedSince(Tx tx, Guid thread, long since) => links.IsMadeSince(tx, thread, LinkPurposes.Confirm, since);

    /// <summary>Sends the link that confirms an address; links sent before, maybe to another one, open nothing any more.</summary>
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">The question.</param>
    /// <param name="mark">Of the address, for today.</param>
    public async Task<Refusal?> AskToConfirm(Tx tx, ThreadRecord thread, string mark)
    {
        var now = clock.NowMs();
        if (await links.ConfirmationsSince(tx, thread.Visitor, now - LeaveEmail.DayMs) >= MostByVisitor) return Refusals.TooManyEmails;
        if (await tx.Find<long>("select count(*) from confirmations where mark = @mark", new { mark }) >= MostToAddress) return Refusals.TooManyEmails;
        await tx.Execute("insert into confirmations (id, mark, at) values (@id, @mark, @now)", new { id = clock.NewId(), mark, now });
        await links.Withdraw(tx, thread.Id, LinkPurposes.Confirm);
        await outbox.Withdraw(tx, Confirm, thread.Id);
        await links.Make(tx, thread.Id, LinkPurposes.Confirm);
        await outbox.Add(tx, Confirm, thread.Id, seq: 0);
        return null;
    }

    /// <summary>Sends what was said up to a <c>seq</c>.</summary>
    public Task SendUpTo(Tx tx, Guid thread, long seq) => outbox.Add(tx, Answer, thread, seq);

    /// <summary>What was counted on another day says nothing any more.</summary>
    public Task Forget() => db.Write<Done>(async tx =>
    {
        await tx.Execute("delete from confirmations where at <= @before", new { before = clock.NowMs() - LeaveEmail.DayMs });
        return Done.It;
    });
}
