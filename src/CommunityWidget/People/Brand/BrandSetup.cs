using System.Security.Claims;
using CommunityWidget.Configuration;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.People.Brand;

/// <summary>Signing in by the brand's own provider: there only where one is configured.</summary>
public static class BrandSetup
{
    private const string Tenant = "site", Linking = "member";

    public static IServiceCollection AddBrandSignIn(this IServiceCollection services)
    {
        services.AddOptions<BrandOptions>().BindSettings("Brand").ValidateOnStart();
        services.AddSingleton<IValidateOptions<BrandOptions>, Check>();
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<BrandOptions>>((auth, brand) =>
        {
            if (brand.Value.IsConfigured) auth.AddScheme<BrandHandler>(BrandHandler.Name, brand.Value.Name);
        });
        services.AddOptions<OAuthOptions>(BrandHandler.Name).Configure<IOptions<BrandOptions>>((oauth, brand) => Configure(oauth, brand.Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OAuthOptions>, OAuthPostConfigureOptions<OAuthOptions, BrandHandler>>());
        return services.AddTransient<BrandHandler>().AddSingleton<BrandLogins>().AddSingleton<BrandFailures>();
    }

    /// <summary>Sends a member to the provider. By a link: our policy lets no form lead to another site.</summary>
    public static void MapBrandSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/sign-in/brand", async (string? site, string? returnTo, bool? link, HttpContext http, SiteStore sites, PublicAddress address, IOptions<BrandOptions> brand) =>
        {
            var all = await sites.All();
            var chosen = all.Count == 1 ? all[0] : await sites.ByAnySlug(site);
            var way = new BrandWay(all.Count == 1 ? null : chosen?.Slug ?? site, ReturnTo.OnThisSite(returnTo), RequestLanguage.Asked(http.Request));
            if (!brand.Value.IsConfigured) return Results.LocalRedirect(way.SignIn());
            if (chosen is null && link is not true) return Results.LocalRedirect(way.SignIn("shop"));
            var me = link is true ? http.Caller() as MemberCaller : null;
            if (link is true && me is null) return Results.LocalRedirect(way.SignIn());
            // Led here from elsewhere, somebody would be linked to whoever is signed in at the provider just now.
            if (me is not null && !address.IsFromOwnPage(http.Request)) return Results.LocalRedirect(way.In("/account"));
            var properties = new AuthenticationProperties { RedirectUri = "/sign-in" };
            properties.Items[Tenant] = (me?.Site.Id ?? chosen!.Id).ToString();
            way.Keep(properties.Items);
            if (me is not null) properties.Items[Linking] = me.Id.ToString();
            return Results.Challenge(properties, [BrandHandler.Name]);
        }).Allow(Permission.Anyone).ExcludeFromDescription();

    private sealed class Check : IValidateOptions<BrandOptions>
    {
        public ValidateOptionsResult Validate(string? name, BrandOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static void Configure(OAuthOptions oauth, BrandOptions brand)
    {
        (oauth.ClientId, oauth.ClientSecret) = (brand.ClientId, brand.ClientSecret);
        (oauth.AuthorizationEndpoint, oauth.TokenEndpoint, oauth.UserInformationEndpoint) = (brand.AuthorizationEndpoint, brand.TokenEndpoint, brand.UserInfoEndpoint);
        (oauth.SignInScheme, oauth.CallbackPath, oauth.UsePkce) = (MemberSession.Scheme, "/sign-in/brand/return", true);
        foreach (var scope in new[] { "openid", "email" }) oauth.Scope.Add(scope);
        oauth.BackchannelTimeout = TimeSpan.FromSeconds(10);
        oauth.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
        // The way back is a link that is followed, so that Lax lets it through.
        (oauth.CorrelationCookie.Name, oauth.CorrelationCookie.SameSite, oauth.CorrelationCookie.SecurePolicy) = ("cw_brand.", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        oauth.Events.OnTicketReceived = Received;
        oauth.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            failed.HttpContext.RequestServices.GetRequiredService<BrandFailures>().Tell(failed);
            // What failed late comes without it; where nobody knows the state, nobody knows the way either.
            var state = failed.Properties ?? oauth.StateDataFormat.Unprotect(failed.Request.Query["state"]);
            failed.Response.Redirect(BrandWay.Of(state?.Items).SignIn("failed"));
            return Task.CompletedTask;
        };
    }

    private static async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (services, items) = (context.HttpContext.RequestServices, context.Properties!.Items);
        var (logins, session) = (services.GetRequiredService<BrandLogins>(), services.GetRequiredService<MemberSession>());
        var (person, way) = (context.Principal!, BrandWay.Of(items));
        var subject = person.FindFirstValue(BrandHandler.Subject)!;
        // What was null comes back empty.
        var linking = items.TryGetValue(Linking, out var id) && !string.IsNullOrEmpty(id);
        Reply<Member> found;
        if (linking)
        {
            // Whoever began it must still be the one who is here.
            var me = await session.Member(context.HttpContext);
            found = me?.Id.ToString() == id ? await logins.Link(me!, subject) : Refusals.BrandNotKnown;
        }
        else if (items.TryGetValue(Tenant, out var shop) && Guid.TryParse(shop, out var site)) found = await logins.Find(site, subject, person.FindFirstValue(BrandHandler.Email), person.HasClaim(BrandHandler.Verified, "true"));
        else
        {
            context.Response.Redirect(way.SignIn("failed"));
            return;
        }
        if (found.Value is not { } member)
        {
            context.Response.Redirect(linking ? way.In("/account?brand=unknown") : way.SignIn("unknown"));
            return;
        }
        if (!linking && await session.SignIn(context.HttpContext, member) is not null)
        {
            context.Response.Redirect(way.SignIn("failed"));
            return;
        }
        var suspended = member.SuspendedAt(services.GetRequiredService<TimeProvider>().NowMs());
        context.Response.Redirect(way.In(linking ? "/account" : suspended ? "/standing" : way.Then ?? Landing.Of(member)));
    }
}
