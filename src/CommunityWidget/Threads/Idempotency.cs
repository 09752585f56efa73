using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// Client keys: resent, never doubled. Looked up and stored in the transaction of the write itself. Keys are kept for a day; after that
/// the events, which hold theirs for good, still tell what a laptop that slept for a week sends again.
/// </summary>
public sealed class Idempotency(Db db, TimeProvider clock)
{
    public const long KeptMs = 24L * 3_600 * 1_000;

    private const string Lately = "select thread, seq, body_hash from idempotency where site = @site and actor = @actor and key = @key";

    private const string Asked = """
        select e.thread, e.seq, e.body from threads t join events e on e.thread = t.id
        where t.visitor = @actor and t.asked_at <= @forgotten and e.seq = 1 and e.client_key = @key
        """;

    private const string Said = "select thread, seq, body from events where thread = @Id and author = @actor and client_key = @key";

    /// <summary>What an ask's key stored the first time, or a refusal when it came with another text; nothing when it is new.</summary>
    public async Task<Reply<FirstResult>> FindAsk(Tx tx, Guid site, Guid visitor, string key, string text)
    {
        var first = await tx.Find<FirstResult>(Lately, new { site, actor = visitor, key })
            ?? await tx.Find<FirstResult>(Asked, new { actor = visitor, key, forgotten = Forgotten });
        return Same(first, text);
    }

    /// <summary>The same for a message in a thread.</summary>
    public async Task<Reply<FirstResult>> FindMessage(Tx tx, ThreadRecord thread, Guid actor, string key, string text)
    {
        var first = await tx.Find<FirstResult>(Lately, new { site = thread.Site, actor, key });
        if (first is null && thread.AskedAt <= Forgotten) first = await tx.Find<FirstResult>(Said, new { thread.Id, actor, key });
        return Same(first, text);
    }

    /// <summary>Whether this key said something before; what it said is <see cref="FindMessage"/>'s to tell, under the thread's lock.</summary>
    public async Task<bool> IsKnown(ThreadRecord thread, Guid actor, string key) =>
        await IsKnown(thread.Site, actor, key)
        || (thread.AskedAt <= Forgotten && await db.Find<FirstResult>(Said, new { thread.Id, actor, key }) is not null);

    /// <summary>The same where it is not known in which thread, for a day.</summary>
    public async Task<bool> IsKnown(Guid site, Guid actor, string key) => await db.Find<FirstResult>(Lately, new { site, actor, key }) is not null;

    public Task Store(Tx tx, Guid site, Guid actor, string key, string text, Guid thread, long seq) => tx.Execute(
        "insert into idempotency (site, actor, key, body_hash, thread, seq, at) values (@site, @actor, @key, @hash, @thread, @seq, @now)",
        new { site, actor, key, hash = Hash(text), thread, seq, now = clock.NowMs() });

    /// <summary>Drops what is older than a day.</summary>
    public Task Forget() => db.Write<Done>(async tx =>
    {
        await tx.Execute("delete from idempotency where at <= @forgotten", new { forgotten = Forgotten });
        return Done.It;
    });

    /// <summary>Threads asked before this may hold keys that are forgotten here.</summary>
    public long Forgotten => clock.NowMs() - KeptMs;

    private static Reply<FirstResult> Same(FirstResult? first, string text) =>
        first is not null && (first.BodyHash ?? Hash(first.Body ?? "")) != Hash(text) ? Refusals.KeyReused : new Reply<FirstResult>(first);

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Where the first request with a key ended up.</summary>
public sealed record FirstResult
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string? BodyHash { get; init; }

    /// <summary>What was stored, where the hash is forgotten.</summary>
    public string? Body { get; init; }

    public bool IsQuestion => Seq == 1;
}
