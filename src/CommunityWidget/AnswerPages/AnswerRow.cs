using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages;

/// <summary>An answer as a row, whoever stores it.</summary>
internal static class AnswerRow
{
    /// <summary>When a page was asked, in an update of it: a question stands before its answers, also those that an older double brought.</summary>
    public const string AskedAt = """
        asked_at = coalesce((select case when min(a.answered_at) < t.asked_at then min(a.answered_at) else t.asked_at end
            from threads t left join answers a on a.page = pages.id where t.id = pages.thread group by t.id, t.asked_at), asked_at)
        """;

    public static Task Insert(Tx tx, Guid page, Answer answer) => tx.Execute(
        """
        insert into answers (page, position, id, member, author_name, source_seqs, body, state, votes, answered_at, reworded_at, merged_from)
        values (@page, @Position, @id, @Member, @AuthorName, @SourceSeqs, @Body, @State, @Votes, @AnsweredAt, @RewordedAt, @MergedFrom)
        """,
        new { page, answer.Position, id = answer.Id.Length > 0 ? answer.Id : ThreadStore.NewPublicId(), answer.Member, answer.AuthorName, answer.SourceSeqs, answer.Body, answer.State, answer.Votes, answer.AnsweredAt, answer.RewordedAt, answer.MergedFrom });
}
