using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Writes a mail about a thread when its turn has come, from what the record holds by then, and hands it to the mail server.</summary>
public sealed class SendLaterMail(Db db, ThreadStore threads, ThreadReader reader, SiteStore sites, MailLinks links, EditionStore editions, Outbox outbox, PublicAddress address, Mailer mailer) : IOutboxHandler
{
    public bool Wants(string kind) => kind is LaterMail.Confirm or LaterMail.Answer || IsOfPage(kind);

    public Failure? Understand(Exception error) => error is MailRefusedException no ? new($"{no.Code}", no.IsForGood) : null;

    public async Task Handle(OutboxMessage message)
    {
        // Taken back, stopped or erased meanwhile: nothing to say any more.
        if (await threads.Find(message.Thread) is not { Email: { } to } thread) return;
        if (message.Kind == LaterMail.Confirm) await Confirm(thread, to);
        else if (thread.EmailConfirmedAt is null) return;
        else if (IsOfPage(message.Kind)) await Published(message);
        else await Answer(thread, to);
    }

    private static bool IsOfPage(string kind) => kind is TellPublished.MailNews or TellPublished.DoubleNews;

    private async Task Published(OutboxMessage message)
    {
        if (await Write(tx => ToTell(tx, message)) is not { } told) return;
        var (thread, page) = (told.Thread, told.Page);
        var (texts, site) = (LaterTexts.In(thread.Language), await sites.Get(thread.Site));
        await mailer.Send(LaterLetters.Published(
            texts, site, thread.Email!, AnswerAddress.Link(address, site, page.Path(site.Slug)), address.Link($"/withdraw-consent?lang={texts.Language}#{told.Withdraw}"), Stops(texts, told.Stop),
            isTheirs: page.Thread == thread.Id));
    }

    // Under the thread's lock, as whoever publishes looks at the links: what has one was told, or is being.
    private async Task<Told?> ToTell(Tx tx, OutboxMessage message)
    {
        if (await threads.Lock(tx, message.Thread) is not { Email: not null, EmailConfirmedAt: not null } thread || !await outbox.IsWanted(tx, message.Id)) return null;
        // Taken back or taken down meanwhile, on both sides; a double may have brought nothing.
        var own = thread.ConsentVersion is null ? null : await editions.Of(tx, thread.Id);
        if (own is not null && (own.IsPublic ? own : await editions.Bearing(tx, own.Id)) is { } page)
            return new(thread, page, await links.Make(tx, thread.Id, LinkPurposes.Withdraw), await links.Make(tx, thread.Id, LinkPurposes.Stop));
        // Tries that failed told nobody; once they are public again they are told.
        await links.Unmake(tx, thread.Id, LinkPurposes.Withdraw, message.CreatedAt);
        return null;
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
        var letter = news.Count > 0 ? await Answered(thread, to, said, news) : NobodyAnswered(thread, said) ? await Sorry(thread, to, said) : null;
        if (letter is null) return;
        await mailer.Send(letter);
        var upTo = news.Count > 0 ? news[^1].Seq : thread.LastSeq;
        await Write<object>(async tx =>
        {
            await tx.Execute("update threads set mailed_seq = @upTo where id = @Id and mailed_seq < @upTo", new { thread.Id, upTo });
            return null;
        });
    }

    private async Task<Letter> Answered(ThreadRecord thread, string to, IReadOnlyList<ThreadEvent> said, IReadOnlyList<ThreadEvent> news)
    {
        var (texts, site) = (LaterTexts.In(thread.Language), await sites.Get(thread.Site));
        return LaterLetters.Answer(texts, site, to, Question(said), news, await Links(thread, texts, site));
    }

    // Once for each ending: what is noted down or rated since is no news of it.
    private static bool NobodyAnswered(ThreadRecord thread, IReadOnlyList<ThreadEvent> said) =>
        thread is { State: ThreadStates.Closed, Outcome: Outcomes.Unanswered }
        && said.LastOrDefault(e => e is { Kind: EventKinds.Status, Status.State: ThreadStates.Closed }) is { } ended
        && thread.MailedSeq < ended.Seq && thread.VisitorSeen < ended.Seq;

    private async Task<Letter> Sorry(ThreadRecord thread, string to, IReadOnlyList<ThreadEvent> said)
    {
        var (texts, site) = (LaterTexts.In(thread.Language), await sites.Get(thread.Site));
        return LaterLetters.Unanswered(texts, site, to, Question(said), await Links(thread, texts, site));
    }

    private async Task<LaterAddresses> Links(ThreadRecord thread, LaterTexts texts, Site site)
    {
        var (open, stop) = await Pair(thread, LinkPurposes.Open);
        return new(WayBack.To(site, thread, address, texts.Language, open), WayBack.Elsewhere(site, thread, address, texts.Language, open), Stops(texts, stop));
    }

    // A link of its kind, and the one to no more mails.
    private async Task<(string Link, string Stop)> Pair(ThreadRecord thread, string purpose) => await Write<(string, string)?>(async tx =>
        (await links.Make(tx, thread.Id, purpose), await links.Make(tx, thread.Id, LinkPurposes.Stop))) ?? default;

    private StopAddresses Stops(LaterTexts texts, string stop) => new(address.Link($"/stop-mails?lang={texts.Language}#{stop}"), address.Link($"/api/mail/stop/{stop}"));

    private static string Question(IReadOnlyList<ThreadEvent> said) => said.FirstOrDefault(e => e.Seq == 1)?.Text ?? "";

    // The storage is away: the mail waits for its next try.
    private async Task<T?> Write<T>(Func<Tx, Task<T?>> work)
    {
        var reply = await db.Write<Written<T>>(async tx => new Written<T>(await work(tx)));
        return reply.Refusal is { } refusal ? throw new StorageAwayException(refusal.Message) : reply.Value!.Value;
    }

    private sealed record Written<T>(T? Value);

    private sealed record Told(ThreadRecord Thread, Edition Page, string Withdraw, string Stop);
}
