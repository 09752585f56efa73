using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Threads with public pages by the hundred thousand, as rows: nobody said a word in them.</summary>
internal static class Million
{
    private const int AtOnce = 10_000;

    public static async Task Fill(Library library, int threads)
    {
        var (site, now, visitor) = (library.Site.Id, TimeProvider.System.NowMs(), TimeProvider.System.NewId());
        await library.Db.Prepare(async tx =>
        {
            await tx.Execute("insert into visitors (id, site, token_hash, created_at) values (@visitor, @site, 'nobody', @now)", new { visitor, site, now });
        });
        for (var from = 0; from < threads; from += AtOnce)
        {
            var numbers = Enumerable.Range(from, Math.Min(AtOnce, threads - from)).ToList();
            await library.Db.Prepare(async tx =>
            {
                await Add(tx, numbers, site, visitor, now - (threads * 1_000L));
            });
        }
        await library.Db.LearnSizes();
    }

    private static Task Add(Tx tx, IReadOnlyList<int> numbers, Guid site, Guid visitor, long since)
    {
        T[] All<T>(Func<int, T> of) => [.. numbers.Select(of)];
        var threads = All(_ => TimeProvider.System.NewId());
        var (t, p) = (
            new Rows("t", ("id", threads), ("site", All(_ => site)), ("visitor", All(_ => visitor)), ("public_id", All(_ => ThreadStore.NewPublicId())), ("asked_at", All(n => since + (n * 1_000L)))),
            new Rows(
                "p",
                ("id", All(_ => TimeProvider.System.NewId())),
                ("public_id", All(_ => ThreadStore.NewPublicId())),
                ("thread", threads),
                ("site", All(_ => site)),
                ("slug", All(n => $"does-lamp-number-{n}-fit-into-a-kitchen")),
                ("at", All(n => since + (n * 1_000L)))));
        return tx.Run(
            new(
                $"""
                insert into threads (state, rung, rung_entered_at, wave, fence, last_seq, language, publication, retention, last_event_at, visitor_seen, responder_seen, {t.Listed})
                select 'closed', 4, asked_at, 0, 0, 0, 'en', 'published', '{ArchivedThreads.Retention}', asked_at, 0, 0, {t.Listed} from {tx.Dialect.Table(t)}
                """,
                t),
            new(
                $"""
                insert into pages (state, title, question, language, id, public_id, thread, site, slug, asked_at, proposed_at, published_at, updated_at, modified_at)
                select 'published', 'x', 'x', 'en', id, public_id, thread, site, slug, at, at, at, at, at from {tx.Dialect.Table(p)}
                """,
                p));
    }
}
