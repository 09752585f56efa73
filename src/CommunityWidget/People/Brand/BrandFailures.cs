using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace CommunityWidget.People.Brand;

/// <summary>
/// Why a sign-in by the brand failed, for whoever sets it up: a code the standards know, or a sentence of ours. What the provider says beside it
/// – descriptions, whole answers – may name a person and is said nowhere.
/// </summary>
public sealed partial class BrandFailures(ILogger<BrandFailures> log)
{
    private const string Error = "error", Another = "another";

    // RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "access_denied", "account_selection_required", "consent_required", "interaction_required", "invalid_client", "invalid_grant", "invalid_request", "invalid_request_object",
        "invalid_request_uri", "invalid_scope", "login_required", "registration_not_supported", "request_not_supported", "request_uri_not_supported", "server_error",
        "temporarily_unavailable", "unauthorized_client", "unsupported_grant_type", "unsupported_response_type",
    };

    public void Tell(RemoteFailureContext failed) => Log.Failed(log, failed.Failure switch
    {
        BrandFailure ours => ours.Message,
        // The framework's own sentence: nothing in it comes from outside.
        AuthenticationFailureException { Message: "Correlation failed." } => "the cookie of this try was not there",
        AuthenticationFailureException theirs => CodeOf(theirs.Data[Error] as string ?? failed.Request.Query[Error]),
        { } other => other.GetType().Name,
        null => Another,
    });

    private static string CodeOf(string? code) => code is not null && Known.Contains(code) ? code : Another;

    private static partial class Log
    {
        [LoggerMessage(161, LogLevel.Information, "A sign-in by the brand's provider failed: {Reason}")]
        public static partial void Failed(ILogger log, string reason);
    }
}

/// <summary>What we found wrong ourselves; the sentence names nobody.</summary>
internal sealed class BrandFailure(string message) : AuthenticationFailureException(message);
