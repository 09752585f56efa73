using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages;

/// <summary>An answer as a row, whoever stores it.</summary>
internal static class AnswerRow
{
    public static Task Insert(Tx tx, Guid page, Answer answer) => tx.Execute(
        """
        insert into answers (page, position, id, member, author_name, source_seqs, body, state, votes, answered_at, reworded_at, merged_from)
        values (@page, @Position, @id, @Member, @AuthorName, @SourceSeqs, @Body, @State, @Votes, @AnsweredAt, @RewordedAt, @MergedFrom)
        """,
        new { page, answer.Position, id = answer.Id.Length > 0 ? answer.Id : ThreadStore.NewPublicId(), answer.Member, answer.AuthorName, answer.SourceSeqs, answer.Body, answer.State, answer.Votes, answer.AnsweredAt, answer.RewordedAt, answer.MergedFrom });
}
