using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>Behind a balancer: the scheme, host and address a browser used, as the proxies we trust pass them on; anybody else's word for it is ignored.</summary>
public static class OuterAddress
{
    public static void AddOuterAddress(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostingOptions>>((headers, hosting) =>
        {
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in hosting.Value.Networks()) headers.KnownIPNetworks.Add(proxy);
            // With nobody to trust nothing is believed: an empty list would mean everybody.
            headers.ForwardedHeaders = hosting.Value.Networks().Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // As many as are trusted: the chain ends at the first stranger.
            headers.ForwardLimit = null;
        });

    /// <summary>Whoever asks for a name that stands for nothing is refused as the server refuses any other that is none, before somebody asks which it is.</summary>
    public static void UseReadHost(this IApplicationBuilder app)
    {
        var forwards = app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders.HasFlag(ForwardedHeaders.XForwardedHost);
        app.Use((http, next) =>
        {
            var headers = http.Request.Headers;
            if (HostName.IsRead(headers.Host.ToString()) && (!forwards || headers["X-Forwarded-Host"].All(named => (named ?? "").Split(',').All(one => HostName.IsRead(one.Trim()))))) return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Who comes to the host of an https address of ours came by https, whatever a proxy in between says or forgets to say: cookies are for https alone, and
    /// whoever signs people in for us is told an address that it knows.
    /// </summary>
    public static void UseOuterScheme(this IApplicationBuilder app)
    {
        var outer = app.ApplicationServices.GetRequiredService<PublicAddress>();
        // Port 0 is whichever is free: nobody comes to it.
        if (!outer.Origin.StartsWith("https://", StringComparison.Ordinal) || outer.Host.Port == 0) return;
        app.Use((http, next) =>
        {
            if (outer.IsHost(http.Request.Host)) http.Request.Scheme = Uri.UriSchemeHttps;
            return next(http);
        });
    }
}
