using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Matching;

/// <summary>
/// Members who are connected to a node that has lost the queue all share, written where every node reads. Without it the others, who still
/// hear each other, would take them to have vanished, and their conversations away.
/// </summary>
public sealed class HeardStore(Db db)
{
    public async Task Write(IReadOnlyCollection<Guid> members, long now)
    {
        if (members.Count == 0) return;
        // In one order, so that two nodes never wait for each other in a circle.
        var rows = new Rows("heard_now", ("member", members.Order().ToArray()), ("at", members.Select(_ => now).ToArray()));
        await db.Write<Done>(async tx =>
        {
            await tx.Run(new RowStatement($"insert into heard ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)} where true on conflict (member) do update set at = excluded.at", rows));
            return Done.It;
        });
    }

    /// <summary>The last sign of a conversation's responder that needed no queue: when they took it, and when a node cut off from the others had them.</summary>
    public Task<long> LastSign(Guid thread, Guid responder) => db.Find<long>(
        """
        select coalesce(max(at), 0) from (
            select max(joined_at) as at from participants where thread = @thread and member = @responder and left_at is null
            union all select at from heard where member = @responder) signs
        """,
        new { thread, responder });
}
