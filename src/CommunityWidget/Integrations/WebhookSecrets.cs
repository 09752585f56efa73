using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.Integrations;

/// <summary>
/// What signs deliveries, by the rules of <em>Standard Webhooks</em>: HMAC-SHA256 over id, time and the very bytes of the body. A secret is
/// shown once; we need it again for every delivery, so it is kept encrypted rather than hashed.
/// </summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>How long a replaced secret goes on signing beside the new one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("webhook secret");

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public string Keep(string secret) => _protector.Protect(secret);

    public string Open(string kept) => _protector.Unprotect(kept);

    /// <summary>A short mark of which secret it is, which says nothing of it.</summary>
    public static string Mark(string kept) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept)))[..16];

    /// <summary>The headers of one delivery; while a secret is being replaced, both sign.</summary>
    public IReadOnlyDictionary<string, string> Headers(Webhook hook, string id, long now, ReadOnlySpan<byte> body)
    {
        var seconds = (now / 1_000).ToString(CultureInfo.InvariantCulture);
        var signature = Sign(Open(hook.Secret), id, seconds, body);
        if (hook.OldSecret is { } old && hook.OldSecretUntil > now) signature += " " + Sign(Open(old), id, seconds, body);
        return new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = seconds, ["webhook-signature"] = signature };
    }

    /// <summary>One signature, as it stands in the header.</summary>
    public static string Sign(string secret, string id, string seconds, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[Prefix.Length..]));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{seconds}."));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
