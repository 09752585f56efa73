using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.People.Brand;

/// <summary>A small, strict OpenID Connect provider on a port of its own: one person is signed in to it, and every answer of it can be made wrong.</summary>
public sealed class BrandProvider : IAsyncDisposable
{
    public const string ClientId = "community", ClientSecret = "a secret between servers";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = new();

    private BrandProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public string Issuer => Address;

    public string Subject { get; set; } = "person-1";

    public string Email { get; set; } = "";

    public object Verified { get; set; } = true;

    /// <summary>What the tokens say instead; null for the truth.</summary>
    public string? SaidIssuer { get; set; }

    /// <summary>One, or several.</summary>
    public object? SaidAudience { get; set; }

    /// <summary>For whom the token was made (<c>azp</c>); null when it says nothing of it.</summary>
    public string? SaidParty { get; set; }

    public string? SaidNonce { get; set; }

    public string? SaidSubject { get; set; }

    /// <summary>What the token endpoint says instead of tokens.</summary>
    public string? Refuses { get; set; }

    public static async Task<BrandProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new BrandProvider(app);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.Token);
        app.MapGet("/userinfo", (HttpRequest request) => request.Headers.Authorization == "Bearer access"
            ? Results.Json(new Dictionary<string, object> { ["sub"] = provider.SaidSubject ?? provider.Subject, ["email"] = provider.Email, ["email_verified"] = provider.Verified })
            : Results.Unauthorized());
        await app.StartAsync();
        return provider;
    }

    public Dictionary<string, string> Settings() => new()
    {
        ["Brand:Name"] = "Lumen",
        ["Brand:Issuer"] = Issuer,
        ["Brand:AuthorizationEndpoint"] = $"{Address}/authorize",
        ["Brand:TokenEndpoint"] = $"{Address}/token",
        ["Brand:UserInfoEndpoint"] = $"{Address}/userinfo",
        ["Brand:ClientId"] = ClientId,
        ["Brand:ClientSecret"] = ClientSecret,
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Contains("openid", StringComparison.Ordinal)) return Results.BadRequest();
        var code = CommunityWidget.People.Secret.New();
        _codes[code] = (query["code_challenge"]!, query["nonce"]!, query["redirect_uri"]!);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"], ["iss"] = SaidIssuer ?? Issuer }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        if (Refuses is { } refusal) return Results.Text(refusal, "application/json", statusCode: 400);
        var form = await request.ReadFormAsync();
        // A code is good once, for whoever asked for it.
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["client_secret"] != ClientSecret || form["redirect_uri"] != asked.Redirect) return Results.BadRequest();
        var verifier = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (verifier != asked.Challenge) return Results.BadRequest();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = SaidIssuer ?? Issuer,
            ["aud"] = SaidAudience ?? ClientId,
            ["sub"] = Subject,
            ["nonce"] = SaidNonce ?? asked.Nonce,
            ["exp"] = 4_102_444_800,
        };
        if (SaidParty is { } party) claims["azp"] = party;
        var token = $"{Part(new Dictionary<string, object> { ["alg"] = "RS256" })}.{Part(claims)}.c2lnbmVk";
        return Results.Json(new Dictionary<string, object> { ["access_token"] = "access", ["token_type"] = "Bearer", ["id_token"] = token });
    }

    private static string Part(object value) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(value));
}
