using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CommunityWidget.People.Brand;

/// <summary>
/// The framework's OAuth handler – state, correlation cookie, PKCE – and what OpenID Connect asks on top: who issued the tokens, for whom, for
/// which of our requests, and whose they are. The id token comes straight from the provider's token endpoint, so that its signature adds nothing (OpenID Connect Core 3.1.3.7).
/// </summary>
/// <remarks>
/// It logs nothing: the framework would write under its name what a provider says – somebody's address, whole answers – and the way there with its state. <see cref="BrandFailures"/> says why.
/// </remarks>
public sealed class BrandHandler(IOptionsMonitor<OAuthOptions> options, UrlEncoder encoder, IOptions<BrandOptions> brand) : OAuthHandler<OAuthOptions>(options, NullLoggerFactory.Instance, encoder)
{
    public const string Name = "brand", Verified = "email_verified", Email = "email", Subject = "sub";

    private const string Nonce = "nonce", AuthorizedParty = "azp";

    private const long SkewMs = 60_000;

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Secret.New();
        properties.Items[Nonce] = nonce;
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, nonce);
    }

    // Whoever mixes two providers up is told before the code goes anywhere (RFC 9207).
    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync() =>
        Request.Query["iss"] is { Count: > 0 } issuer && issuer != brand.Value.Issuer
            ? Task.FromResult(HandleRequestResult.Fail(new BrandFailure("Another issuer answered.")))
            : base.HandleRemoteAuthenticateAsync();

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var subject = SubjectOf(tokens.Response!, properties.Items[Nonce]);
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode) throw new BrandFailure("Who it is was not told.");
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
        if (Text(person.RootElement, Subject) != subject) throw new BrandFailure("Two answers name two people.");
        identity.AddClaim(new(Subject, subject));
        if (Text(person.RootElement, Email) is { } email && IsKept(email)) identity.AddClaim(new(Email, email));
        if (IsTrue(person.RootElement)) identity.AddClaim(new(Verified, "true"));
        return new(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private string SubjectOf(JsonDocument tokens, string? nonce)
    {
        if (Text(tokens.RootElement, "id_token") is not { } text || !new JsonWebTokenHandler().CanReadToken(text)) throw new BrandFailure("There is no id token.");
        var token = new JsonWebToken(text);
        var good = token.Issuer == brand.Value.Issuer
            && token.Audiences.Contains(brand.Value.ClientId, StringComparer.Ordinal)
            && IsMadeForUs(token)
            && token.TryGetPayloadValue<string>(Nonce, out var said) && nonce is not null && said == nonce
            && new DateTimeOffset(token.ValidTo, TimeSpan.Zero).ToUnixTimeMilliseconds() > TimeProvider.NowMs() - SkewMs
            && !string.IsNullOrEmpty(token.Subject) && IsKept(token.Subject);
        return good ? token.Subject : throw new BrandFailure("The id token is not for us.");
    }

    // Whoever several may use says which of them asked for it.
    private bool IsMadeForUs(JsonWebToken token) =>
        token.TryGetPayloadValue<object>(AuthorizedParty, out var party) ? party is string said && said == brand.Value.ClientId : token.Audiences.Count() == 1;

    // No name and no address holds what a database may not: U+0000, half a pair.
    private static bool IsKept(string text) => !text.Any(char.IsControl) && VisibleLine.IsText(text);

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement from) => from.TryGetProperty(Verified, out var value) && (value.ValueKind == JsonValueKind.True || Text(from, Verified) == "true");
}
