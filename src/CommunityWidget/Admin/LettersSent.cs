using CommunityWidget.Database;
using CommunityWidget.Mail;

namespace CommunityWidget.Admin;

/// <summary>Whether mails go out from here, and what became of those that should.</summary>
public sealed class LettersSent(Db db, Mailer mailer)
{
    public bool ByMail => mailer.IsConfigured;

    /// <summary>State of each mail in the outbox, by whom it is about: <c>new, done</c> or <c>dead</c>.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IReadOnlyCollection<Guid> about)
    {
        if (about.Count == 0) return new Dictionary<Guid, string>();
        var rows = await db.Query<SentLetter>($"select thread as about, state from outbox where kind like 'mail.%' and {db.Dialect.In("thread", "@about")}", new { about });
        return rows.ToDictionary(row => row.About, row => row.State);
    }

    private sealed record SentLetter
    {
        public Guid About { get; init; }
        public string State { get; init; } = "";
    }
}
