using CommunityWidget.Configuration;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People.Brand;
using CommunityWidget.People.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace CommunityWidget.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CommunityWidget");
        services.AddSingleton<KeyRing>().AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddAuthentication().AddCookie(MemberSession.Scheme, options =>
        {
            options.Cookie.Name = MemberSession.Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = MemberSession.Life;
            // A copy of what was signed out grows no younger: it would outlive that it was.
            options.Events.OnCheckSlidingExpiration = async check =>
                check.ShouldRenew = check.ShouldRenew && !await check.HttpContext.RequestServices.GetRequiredService<MemberSession>().HasEnded(check.Principal);
        });
        services.AddSingleton<MemberStore>().AddSingleton<MemberSeats>().AddSingleton<VisitorStore>();
        services.AddOptions<LimitOptions>().BindSettings("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CallLimits>().AddSingleton<AuditLog>().AddSingleton<ReadLog>().AddSingleton<AuditSearch>().AddSingleton<Access>().AddSingleton<Tickets>().AddSingleton<RedeemTickets>();
        services.AddSingleton<MemberSession>().AddSingleton<SocketCallers>().AddSingleton<Callers>().AddSingleton<KeyCallers>().AddSingleton<ApiKeyStore>();
        services.AddSingleton<IPasswordHasher<Member>, PasswordHasher<Member>>().AddSingleton<SignIn>();
        services.AddSingleton<Invitations>().AddSingleton<AcceptInvitation>().AddSingleton<PasswordLinks>().AddSingleton<MemberChanges>().AddSingleton<MemberConduct>();
        services.AddBrandSignIn();
        services.AddSingleton<IdentityKeys>().AddSingleton<VerifyIdentity>().AddSingleton<VisitorSessions>();
        services.AddSingleton<IOutboxHandler, SendLetters>();
        services.AddSingleton<WelcomeLink>().AddSingleton<IVerb, WelcomeVerb>();
        return services.AddHostedService<FirstAdmin>();
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapTickets();
        routes.MapBrandSignIn();
        routes.MapVisitors();
        routes.MapInvitations();
    }
}
