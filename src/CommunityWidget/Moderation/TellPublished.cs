using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// Tells whoever left an address, by one mail, that their words are public: when they come to be, or when the address is confirmed after that. Late enough for a decision taken back
/// to send nothing; what stands where by then is looked up when it is sent.
/// </summary>
public sealed class TellPublished(Outbox outbox)
{
    /// <summary>News for the room that writes to visitors.</summary>
    public const string MailNews = "mail.published";

    // Its link is kept for as long as it opens.
    private const string Told = "select count(*) from mail_links where thread = @Id and purpose = 'withdraw'";

    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">As it is stored now.</param>
    public async Task Run(Tx tx, ThreadRecord thread)
    {
        if (thread.EmailConfirmedAt is null || await tx.Find<long>(Told, new { thread.Id }) > 0) return;
        // Taken back and decided anew: one mail, counted from the last word.
        await outbox.Withdraw(tx, MailNews, thread.Id);
        await outbox.Add(tx, MailNews, thread.Id, thread.LastSeq, Subscriptions.PublishedAfterMs);
    }
}
