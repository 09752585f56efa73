using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// Tells whoever left an address, by one mail, that their words are public: when they come to be, or when the address is confirmed after that. Late enough for a decision taken back
/// to send nothing; what stands where by then is looked up when it is sent.
/// </summary>
public sealed class TellPublished(EditionStore editions, Outbox outbox)
{
    /// <summary>News for the room that writes to visitors.</summary>
    public const string MailNews = "mail.published";

    /// <summary>The same of words on another's page. A node of the version before looks for a page of their own only, and would take the other for done.</summary>
    public const string DoubleNews = "mail.published_elsewhere";

    // Its link is kept for as long as it opens.
    private const string NotTold = """
        select t.id, t.last_seq, t.publication from threads t
        where t.email is not null and t.email_confirmed_at is not null and t.consent_version is not null
          and not exists (select 1 from mail_links l where l.thread = t.id and l.purpose = 'withdraw')
        """;

    /// <summary>A page is public, or leads to one that is: told is whoever asked there and in what was found to be its doubles, as far as they were not. Where those stood may have been out of sight.</summary>
    /// <param name="tx">Holds the lock of the page's thread.</param>
    /// <param name="page">As it was decided.</param>
    public async Task Run(Tx tx, Guid page)
    {
        var said = await editions.SaidOn(tx, page);
        foreach (var thread in await tx.Query<Untold>($"{NotTold} and {tx.Dialect.In("t.id", "@said")} order by t.id", new { said })) await Tell(tx, thread);
    }

    /// <summary>An address was confirmed.</summary>
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">Whose it is.</param>
    public async Task Confirmed(Tx tx, Guid thread)
    {
        if (await tx.Find<Untold>($"{NotTold} and t.id = @thread", new { thread }) is { } untold) await Tell(tx, untold);
    }

    private async Task Tell(Tx tx, Untold thread)
    {
        // Taken back and decided anew: one mail, counted from the last word.
        foreach (var kind in new[] { MailNews, DoubleNews }) await outbox.Withdraw(tx, kind, thread.Id);
        await outbox.Add(tx, thread.Publication == Publications.Published ? MailNews : DoubleNews, thread.Id, thread.LastSeq, Subscriptions.PublishedAfterMs);
    }

    private sealed record Untold
    {
        public Guid Id { get; init; }
        public long LastSeq { get; init; }
        public string Publication { get; init; } = "";
    }
}
