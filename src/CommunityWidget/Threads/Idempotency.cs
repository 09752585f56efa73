using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Client keys: resent, never doubled. Looked up and stored in the transaction of the write itself.</summary>
public sealed class Idempotency(TimeProvider clock)
{
    /// <summary>What the key stored the first time, or a refusal when it came with another text; nothing when it is new.</summary>
    public async Task<Reply<FirstResult>> Find(Tx tx, Guid site, Guid actor, string key, string text)
    {
        var first = await tx.Find<FirstResult>(
            "select thread, seq, body_hash from idempotency where site = @site and actor = @actor and key = @key",
            new { site, actor, key });
        if (first is not null && first.BodyHash != Hash(text)) return Refusals.KeyReused;
        return new Reply<FirstResult>(first);
    }

    public Task Store(Tx tx, Guid site, Guid actor, string key, string text, Guid thread, long seq) => tx.Execute(
        "insert into idempotency (site, actor, key, body_hash, thread, seq, at) values (@site, @actor, @key, @hash, @thread, @seq, @now)",
        new { site, actor, key, hash = Hash(text), thread, seq, now = clock.NowMs() });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Where the first request with a key ended up.</summary>
public sealed record FirstResult
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string BodyHash { get; init; } = "";

    public bool IsQuestion => Seq == 1;
}
