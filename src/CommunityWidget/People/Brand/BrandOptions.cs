namespace CommunityWidget.People.Brand;

/// <summary>Section <c>Brand</c>: the brand's own OpenID Connect provider, by which members may sign in beside the password.</summary>
public sealed class BrandOptions
{
    /// <summary>What the button says: <c>Sign in with …</c></summary>
    public string Name { get; set; } = "";

    /// <summary>As it stands in the provider's tokens, letter by letter.</summary>
    public string Issuer { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string UserInfoEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public bool IsConfigured => Issuer != "";

    private IEnumerable<string> All => [Name, Issuer, AuthorizationEndpoint, TokenEndpoint, UserInfoEndpoint, ClientId, ClientSecret];

    /// <summary>What is wrong, in a sentence that says what to do; null when nothing is.</summary>
    public string? Fault() => this switch
    {
        _ when All.All(value => value == "") => null,
        _ when All.Any(value => value == "") => "Brand:* is set in part. Name, Issuer, AuthorizationEndpoint, TokenEndpoint, UserInfoEndpoint, ClientId and ClientSecret belong together: set all of them, or none.",
        _ when !new[] { AuthorizationEndpoint, TokenEndpoint, UserInfoEndpoint }.All(IsSafe) => "Brand:* endpoints must begin with https; http is for this machine only.",
        _ => null,
    };

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
