using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// The one thing somebody without an account has to show that they wrote something: a secret that stands behind the <c>#</c> of the address they are sent to. It opens what
/// they wrote and nothing else, and only its hash is kept.
/// </summary>
public sealed class ReaderKeys(Db db, TimeProvider clock)
{
    // The same again so soon is one press too many; later it may be somebody beside them, who has no part in it.
    private const long DoubleClickMs = 10_000;

    /// <summary>To an answer that was just sent, by whoever sent it; null where it is another's that says the same.</summary>
    public Task<string?> Make(ProposedAnswer sent, TypedAnswer typed) => Make(
        "update proposed_answers set key_hash = @hash where id = @Id and member is null and author_name = @said and at > @since", sent.Id, MessageText.CleanName(typed.Name)?.Value);

    /// <summary>To a report; null where another reported the same from where they are.</summary>
    public async Task<string?> Make(Site site, ReportView sent, ReportRequest typed) =>
        await db.Find<Guid?>("select id from reports where site = @Id and public_id = @ReportId and reason = @Reason", new { site.Id, sent.ReportId, typed.Reason }) is { } id
            ? await Make("update reports set key_hash = @hash where id = @Id and reporter_kind = 'reader' and coalesce(words, '') = @said and at > @since", id, ReviewThread.Note(typed.Words)?.Value ?? "")
            : null;

    private async Task<string?> Make(string sql, Guid id, string? said)
    {
        var secret = Secret.New();
        var made = await db.Write<Kept>(async tx => new Kept(await tx.Execute(sql, new { Id = id, said, hash = Secret.Hash(secret), since = clock.NowMs() - DoubleClickMs })));
        return made.Value is { Rows: 1 } ? secret : null;
    }

    private sealed record Kept(int Rows);
}
