using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Writes a mail about a thread when its turn has come, from what the record holds by then, and hands it to the mail server.</summary>
public sealed class SendLaterMail(Db db, ThreadStore threads, ThreadReader reader, SiteStore sites, MailLinks links, PublicAddress address, Mailer mailer) : IOutboxHandler
{
    public bool Wants(string kind) => kind is LaterMail.Confirm or LaterMail.Answer;

    public async Task Handle(OutboxMessage message)
    {
        // Taken back, stopped or erased meanwhile: nothing to say any more.
        if (await threads.Find(message.Thread) is not { Email: { } to } thread) return;
        if (message.Kind == LaterMail.Confirm) await Confirm(thread, to);
        else if (thread.EmailConfirmedAt is not null) await Answer(thread, to);
    }

    private async Task Confirm(ThreadRecord thread, string to)
    {
        if (thread.EmailConfirmedAt is not null) return;
        var found = await Write(async tx => await links.Rekey(tx, thread.Id, LinkPurposes.Confirm));
        if (found is not { } secret) return;
        var texts = LaterTexts.In(thread.Language);
        var site = await sites.Get(thread.Site);
        await mailer.Send(LaterLetters.Confirm(texts, site, to, address.Link($"/confirm-email?lang={texts.Language}#{secret}")));
    }

    private async Task Answer(ThreadRecord thread, string to)
    {
        var said = (await reader.Snapshot(thread, 0, thread.Visitor)).Events;
        var news = said.Where(e => e.Seq > thread.MailedSeq && e.Seq > thread.VisitorSeen && e is { Kind: EventKinds.Message, Text: not null, Author: { Kind: not "visitor" } }).ToList();
        if (news.Count == 0) return;
        var (texts, site) = (LaterTexts.In(thread.Language), await sites.Get(thread.Site));
        var (open, stop) = await Write<(string Open, string Stop)?>(async tx =>
            (await links.Make(tx, thread.Id, LinkPurposes.Open), await links.Make(tx, thread.Id, LinkPurposes.Stop))) ?? default;
        var question = said.FirstOrDefault(e => e.Seq == 1)?.Text ?? "";
        await mailer.Send(LaterLetters.Answer(texts, site, to, question, news, new(
            WayBack.To(site, thread, address, texts.Language, open),
            address.Link($"/stop-mails?lang={texts.Language}#{stop}"),
            address.Link($"/api/mail/stop/{stop}"))));
        await Write<object>(async tx =>
        {
            await tx.Execute("update threads set mailed_seq = @seq where id = @Id and mailed_seq < @seq", new { thread.Id, seq = news[^1].Seq });
            return null;
        });
    }

    // The storage is away: the mail waits for its next try.
    private async Task<T?> Write<T>(Func<Tx, Task<T?>> work)
    {
        var reply = await db.Write<Written<T>>(async tx => new Written<T>(await work(tx)));
        return reply.Refusal is { } refusal ? throw new IOException(refusal.Message) : reply.Value!.Value;
    }

    private sealed record Written<T>(T? Value);
}
