using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommunityWidget.People.Identity;

/// <summary>
/// Reads a shop's signed word of who somebody is: by a key of this site, with that key's own algorithm, for this site, young, and short-lived.
/// Whether it was used before is the caller's to ask. Everything is compared as it stands, letter by letter.
/// </summary>
public sealed class VerifyIdentity(IdentityKeys keys, TimeProvider clock)
{
    /// <summary>How long a token may live at most, and how far a shop's clock may be off.</summary>
    public static readonly TimeSpan MostLife = TimeSpan.FromMinutes(10), Skew = TimeSpan.FromSeconds(60);

    // What stands there and is no moment is one that never comes: "not before" is not to hold for nothing because it was written as a text.
    private const long Unreadable = long.MaxValue;

    private const int LongestToken = 4_096, LongestSubject = 200, LongestId = 100;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    public async Task<ReadIdentity> Run(Site site, string? text)
    {
        // What a token says must be understood, and we know nothing of, may turn the rest into something else (RFC 7515, 4.1.11).
        if (Parse(text) is not { } token || token.TryGetHeaderValue<object>("crit", out _)) return new(IdentityFault.NotAToken);
        if (string.IsNullOrEmpty(token.Kid)) return new(IdentityFault.NoKeyNamed);
        // All keys are named so; the database is not asked for what it may not even hold, such as U+0000.
        if (token.Kid.Length > 64 || !token.Kid.All(char.IsAsciiHexDigit) || await keys.Find(site.Id, token.Kid) is not { } key) return new(IdentityFault.UnknownKey);
        if (!string.Equals(token.Alg, key.Algorithm, StringComparison.Ordinal)) return new(IdentityFault.WrongAlgorithm);
        if (!await IsSigned(token, key)) return new(IdentityFault.WrongSignature);
        return Claims(site, token) ?? new(null, token.Subject, token.Id, Ms(token, "exp")!.Value, key);
    }

    private ReadIdentity? Claims(Site site, JsonWebToken token) => Fault(site, token) is { } fault ? new(fault) : null;

    private JsonWebToken? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LongestToken || text.Count(c => c == '.') != 2 || !_handler.CanReadToken(text)) return null;
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private async Task<bool> IsSigned(JsonWebToken token, IdentityKey key)
    {
        using var ecdsa = key.Algorithm == IdentityKey.Ecdsa ? ECDsa.Create() : null;
        ecdsa?.ImportFromPem(key.Material);
        var parameters = new TokenValidationParameters
        {
            IssuerSigningKey = ecdsa is null ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(keys.SecretOf(key))) : new ECDsaSecurityKey(ecdsa),
            // No cache: an ECDsa object lives as long as this call.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            ValidAlgorithms = [key.Algorithm],
            TryAllIssuerSigningKeys = true,
            // What the words say is looked at below, where each has a reason of its own.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        return (await _handler.ValidateTokenAsync(token, parameters)).IsValid;
    }

    private IdentityFault? Fault(Site site, JsonWebToken token)
    {
        var now = clock.NowMs();
        var skew = (long)Skew.TotalMilliseconds;
        return token switch
        {
            { Subject: null or "" } => IdentityFault.NoSubject,
            { Subject: var sub } when !IsUsable(sub, LongestSubject) => IdentityFault.SubjectNotUsable,
            _ when token.Audiences.ToList() is not [var aud] || !string.Equals(aud, site.Key, StringComparison.Ordinal) => IdentityFault.WrongAudience,
            _ when Ms(token, "exp") is null or Unreadable => IdentityFault.NoExpiry,
            _ when Ms(token, "exp") <= now - skew => IdentityFault.Expired,
            _ when Ms(token, "exp") > now + (long)MostLife.TotalMilliseconds + skew => IdentityFault.LivesTooLong,
            _ when Ms(token, "nbf") > now + skew || Ms(token, "iat") > now + skew => IdentityFault.NotYet,
            { Id: null or "" } => IdentityFault.NoTokenId,
            { Id: var id } when !IsUsable(id, LongestId) => IdentityFault.NoTokenId,
            _ => null,
        };
    }

    // Two spellings of one name would be two customers, or one customer's two threads.
    private static bool IsUsable(string text, int longest) =>
        text.Length <= longest && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c)) && VisibleLine.IsText(text) && text.IsNormalized(NormalizationForm.FormC) && text.Trim() == text;

    // Seconds as a number, without their parts, read from what was signed: the library takes "4102444800" for one too. Null is what does not stand there.
    private static long? Ms(JsonWebToken token, string claim)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        if (!payload.RootElement.TryGetProperty(claim, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and < 100_000_000_000 ? (long)Math.Floor(seconds) * 1_000 : Unreadable;
    }
}
