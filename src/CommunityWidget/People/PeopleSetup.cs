using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CommunityWidget");
        services.AddAuthentication().AddCookie(MemberSession.Scheme, options =>
        {
            options.Cookie.Name = MemberSession.Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = MemberSession.Life;
        });
        services.AddSingleton<MemberStore>().AddSingleton<MemberSeats>().AddSingleton<VisitorStore>();
        services.AddSingleton<AuditLog>().AddSingleton<Access>().AddSingleton<Tickets>();
        return services.AddSingleton<MemberSession>().AddSingleton<SocketCallers>().AddSingleton<Callers>();
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapTickets();
        routes.MapVisitors();
    }
}
