using System.Security.Cryptography;
using CommunityWidget.Database;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.People.Identity;

/// <summary>Identity keys as rows. A secret checks signatures, so it is kept encrypted rather than hashed; of a key pair we only ever have the public half.</summary>
public sealed class IdentityKeys(Db db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const long NoteUseMs = 60_000;

    private readonly IDataProtector _protector = protection.CreateProtector("identity key");

    public Task<IReadOnlyList<IdentityKey>> OfSite(Guid site) =>
        db.Query<IdentityKey>("select * from identity_keys where site = @site and revoked_at is null order by created_at", new { site });

    public Task<IdentityKey?> Find(Guid site, string kid) =>
        db.Find<IdentityKey>("select * from identity_keys where site = @site and kid = @kid and revoked_at is null", new { site, kid });

    public Task<long> Count(Tx tx, Guid site) => tx.Find<long>("select count(*) from identity_keys where site = @site and revoked_at is null", new { site });

    public IdentityKey New(Guid site, string algorithm, string material) => new()
    {
        Id = clock.NewId(),
        Site = site,
        Kid = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
        Algorithm = algorithm,
        Material = algorithm == IdentityKey.Hmac ? _protector.Protect(material) : material,
        CreatedAt = clock.NowMs(),
    };

    public string SecretOf(IdentityKey key) => _protector.Unprotect(key.Material);

    public Task Add(Tx tx, IdentityKey key) => tx.Execute(
        "insert into identity_keys (id, site, kid, algorithm, material, created_at) values (@Id, @Site, @Kid, @Algorithm, @Material, @CreatedAt)", key);

    public async Task<bool> SetRevoked(Tx tx, Guid site, Guid id, bool revoked) => await tx.Execute(
        $"update identity_keys set revoked_at = @at where id = @id and site = @site and revoked_at is {(revoked ? "" : "not ")}null",
        new { site, id, at = revoked ? clock.NowMs() : (long?)null }) == 1;

    /// <summary>To the minute: so that an owner sees which key still works for somebody.</summary>
    public Task Used(Tx tx, IdentityKey key, long now) => key.LastUsedAt > now - NoteUseMs
        ? Task.CompletedTask
        : tx.Execute("update identity_keys set last_used_at = @now where id = @Id", new { key.Id, now });

    /// <summary>The key as PEM, if it is the public half of a P-256 pair; null for anything else, a private key above all.</summary>
    public static string? PublicKey(string? pem)
    {
        if (pem is null || pem.Length > 2_000 || pem.Contains("PRIVATE", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == "1.2.840.10045.3.1.7" ? key.ExportSubjectPublicKeyInfoPem() : null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
