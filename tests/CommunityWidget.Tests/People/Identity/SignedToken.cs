using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityWidget.Tests.People.Identity;

/// <summary>A JWT made by hand, so that every part of it can be wrong.</summary>
public sealed record SignedToken
{
    public Dictionary<string, object?> Header { get; init; } = [];

    public Dictionary<string, object?> Claims { get; init; } = [];

    public static SignedToken For(string site, string kid, long nowMs, string algorithm = "HS256", string sub = "customer-1") => new()
    {
        Header = new() { ["alg"] = algorithm, ["kid"] = kid, ["typ"] = "JWT" },
        Claims = new() { ["sub"] = sub, ["aud"] = site, ["exp"] = (nowMs / 1_000) + 300, ["jti"] = CommunityWidget.People.Secret.New() },
    };

    public SignedToken With(string claim, object? value) => this with { Claims = new(Claims) { [claim] = value } };

    public SignedToken Without(string claim) => this with { Claims = Claims.Where(c => c.Key != claim).ToDictionary() };

    public SignedToken Named(string header, object? value) => this with { Header = new(Header) { [header] = value } };

    public string By(string secret)
    {
        var (text, bytes) = (Signed(), Encoding.UTF8.GetBytes(secret));
        return $"{text}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes(text)))}";
    }

    public string By(ECDsa key)
    {
        var text = Signed();
        return $"{text}.{WebEncoders.Base64UrlEncode(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    public string Unsigned() => $"{Signed()}.";

    private string Signed() => $"{Part(Header)}.{Part(Claims)}";

    private static string Part(object value) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(value));
}
