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
}
