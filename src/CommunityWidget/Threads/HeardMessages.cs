using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// Messages that webhooks listen to. One that nothing of its thread waits before has its row at once; behind one that waits, the place of the first
/// is written down beside that one, and nothing for those after it: whoever settles what waits reads on in the thread.
/// </summary>
internal static class HeardMessages
{
    private const string Waiting = "deliveries e where e.webhook = w.id and e.thread = heard.thread and e.state = 'new'";

    /// <summary>Under the lock of their threads, each thread's in order; true when there is something new to deliver.</summary>
    public static async Task<bool> Add(Tx tx, IReadOnlyList<NumberedMessage> messages)
    {
        if (messages.Count == 0) return false;
        var heard = messages.GroupBy(m => m.Row.Thread).Select(thread => thread.ToList()).ToList();
        var found = await tx.Values<long>(Standing(tx, heard));
        var (alone, behind) = (Those(1, heard, found), Those(2, heard, found));
        if (alone.Count > 0) await tx.Run(Alone(tx, alone));
        // What came together stands behind its own first.
        behind = [.. behind, .. alone.Except(behind).Where(m => m.Count > 1)];
        if (behind.Count > 0) await tx.Run(Follow(tx, behind));
        return alone.Count > 0;
    }

    private static List<List<NumberedMessage>> Those(long bit, List<List<NumberedMessage>> heard, IReadOnlyList<long> found) =>
        [.. found.Where(number => (number & bit) != 0).Select(number => heard[(int)(number / 4)])];

    // For each thread, four times its place; and one more when nothing waits for some webhook, two more when something does and nothing says what comes behind it.
    private static RowStatement Standing(Tx tx, List<List<NumberedMessage>> heard)
    {
        var rows = Heard(heard);
        return new(
            $"""
            select found.place * 4 + max(case when found.waits then 0 else 1 end) + max(case when found.waits and not found.followed then 2 else 0 end)
            from (
                select heard.place, exists (select 1 from {Waiting}) as waits, exists (select 1 from {Waiting} and e.follows is not null) as followed from {Listening(tx, rows)}
            ) found
            group by found.place
            """,
            rows);
    }

    private static RowStatement Alone(Tx tx, List<List<NumberedMessage>> alone)
    {
        var rows = Heard(alone);
        return new(
            $"""
            {Subscriptions.Into}
            select w.id, heard.event, heard.thread, heard.seq, '{SubscribedKinds.Message}', 'new', 0, 0, heard.at, heard.at from {Listening(tx, rows)}
            where not exists (select 1 from {Waiting})
            """,
            rows);
    }

    // One of those that wait has the place, so that whoever settles it finds what comes behind: the first, and once only.
    private static RowStatement Follow(Tx tx, List<List<NumberedMessage>> behind)
    {
        var rows = Heard(behind);
        return new(
            $"""
            update deliveries set follows = case when deliveries.seq = heard.seq then heard.second else heard.seq end from {Listening(tx, rows)}
            where deliveries.webhook = w.id and deliveries.thread = heard.thread and deliveries.state = 'new' and (deliveries.seq <> heard.seq or heard.second > 0)
                  and deliveries.seq = (select min(e.seq) from {Waiting}) and not exists (select 1 from {Waiting} and e.follows is not null)
            """,
            rows);
    }

    private static string Listening(Tx tx, Rows heard) => $"{tx.Dialect.Table(heard)} join webhooks w on w.site = heard.site and {Subscriptions.Wants(SubscribedKinds.Message)}";

    private static Rows Heard(List<List<NumberedMessage>> threads) => new(
        "heard",
        ("place", Enumerable.Range(0, threads.Count).Select(place => (long)place).ToArray()),
        ("site", threads.Select(m => m[0].Thread.Site).ToArray()),
        ("event", threads.Select(m => Subscriptions.EventId(m[0].Thread.PublicId, m[0].Row.Seq, SubscribedKinds.Message)).ToArray()),
        ("thread", threads.Select(m => m[0].Row.Thread).ToArray()),
        ("seq", threads.Select(m => m[0].Row.Seq).ToArray()),
        ("second", threads.Select(m => m.Count > 1 ? m[1].Row.Seq : 0).ToArray()),
        ("at", threads.Select(m => m[0].Row.At).ToArray()));
}
