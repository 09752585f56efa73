using CommunityWidget.Demo;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

public static class PagesSetup
{
    /// <summary>Pages stand in the room they belong to, so they are looked for everywhere.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<LimitPages>());
            options.Conventions.Add(new PageMethods());
            options.Conventions.Add(new KeepForms());
        });
        services.AddSingleton<LimitPages>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "cw_form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services.AddSingleton<Review.ReviewDesk>().AddSingleton<Review.DraftCards>().AddSingleton<Review.ReportedThings>()
            .AddSingleton<AuthorsCare>().AddSingleton<Readers.FormVisitors>().AddSingleton<Readers.AskByForm>().AddSingleton<Readers.SentForms>().AddSingleton<Readers.ReadersDesk>().AddSingleton<DoneMarks>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorPages();
        routes.MapConsoleApps();
        routes.MapGet("/", (HttpContext http, DemoSwitch demo) =>
        {
            var query = http.Request.QueryString;
            if (demo.On) return Results.LocalRedirect("/demo" + query);
            return Results.LocalRedirect((http.Caller() is MemberCaller { Member: var member } ? Landing.Of(member) : "/sign-in") + query);
        }).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapPost("/switch-site", async (HttpContext http, MemberSession session, PublicAddress address) =>
        {
            if (!address.IsFromOwnPage(http.Request) || !http.Request.HasFormContentType) return Contracts.Refusals.NotAllowed.ToHttp();
            var member = await session.Switch(http, (await http.Request.ReadFormAsync())["member"]);
            var language = RequestLanguage.Asked(http.Request) is { } asked ? $"?lang={asked}" : "";
            return Results.LocalRedirect((member is null ? "/sign-in" : Landing.Of(member)) + language);
        }).Allow(Permission.OwnConsole).ExcludeFromDescription();
        routes.MapPost("/sign-out", async (HttpContext http, MemberSession session, ConductSignal signal, PublicAddress address) =>
        {
            // No form token: a console's script signs out too. A foreign page may not.
            if (!address.IsFromOwnPage(http.Request)) return Contracts.Refusals.NotAllowed.ToHttp();
            if ((await session.End(http)).Refusal is { } away) return away.ToHttp();
            signal.Raise();
            var language = RequestLanguage.Asked(http.Request) is { } asked ? $"&lang={asked}" : "";
            return Results.LocalRedirect("/sign-in?signedOut=1" + language);
        }).Allow(Permission.Anyone).ExcludeFromDescription();
    }
}
