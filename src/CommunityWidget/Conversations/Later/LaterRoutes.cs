using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.Conversations.Later;

public static class LaterRoutes
{
    public static IServiceCollection AddLaterAnswers(this IServiceCollection services) => services
        .AddSingleton<MailLinks>().AddSingleton<LaterMail>().AddChore<ScheduleAnswers>().AddSingleton<Database.IOutboxHandler, SendLaterMail>()
        .AddSingleton<ConfirmEmail>().AddSingleton<FollowLink>().AddSingleton<StopMails>().AddSingleton<WithdrawConsent>().AddSingleton<OpenLink>().AddSingleton<OpenLinks>();

    public static void MapLaterAnswers(this IEndpointRouteBuilder routes)
    {
        var mail = routes.MapGroup("/api/mail");
        mail.MapPost("/open", async (PostedLink posted, HttpContext http, OpenLink open) => http.NamedSite() is { } site
            ? (await open.Run(site, http.Caller() as VisitorCaller, posted.Secret)).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Tries).WithName("OpenMailLink");
        // The one secret of ours that stands in an address: mail programs post to what the header says (RFC 8058), and know no fragment. All it can do is stop mails.
        mail.MapPost("/stop/{secret}", async (string secret, StopMails stop) =>
            (await stop.Run(secret)).Refusal is { } refusal ? refusal.ToHttp() : Results.NoContent()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Tries).WithName("StopMails");
        // Programs that only open addresses change nothing by it: the page asks first.
        mail.MapGet("/stop/{secret}", (string secret) => Results.LocalRedirect($"/stop-mails#{Uri.EscapeDataString(secret)}")).Allow(Permission.Anyone).ExcludeFromDescription();
    }
}
