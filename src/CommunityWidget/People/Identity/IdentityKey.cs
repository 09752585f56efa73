namespace CommunityWidget.People.Identity;

/// <summary>What a shop signs its customers' identities with. Each key has one algorithm for good: a token cannot choose.</summary>
public sealed record IdentityKey
{
    public const string Hmac = "HS256", Ecdsa = "ES256";

    public Guid Id { get; init; }
    public Guid Site { get; init; }

    /// <summary>Named by a token's header.</summary>
    public string Kid { get; init; } = "";

    public string Algorithm { get; init; } = "";

    /// <summary>HS256: the secret, encrypted. ES256: the public key as PEM.</summary>
    public string Material { get; init; } = "";

    public long CreatedAt { get; init; }
    public long? LastUsedAt { get; init; }
    public long? RevokedAt { get; init; }
}
