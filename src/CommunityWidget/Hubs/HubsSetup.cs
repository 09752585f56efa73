using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Hubs.Filters;
using CommunityWidget.Notices;
using CommunityWidget.Redis;
using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hubs;

public static class HubsSetup
{
    /// <summary>A connection from which not even a ping came for this long is gone.</summary>
    public static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddHubs(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = Limits.FrameBytes;
            hub.ClientTimeoutInterval = ClientTimeout;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.DisableImplicitFromServicesParameters = true;
            hub.AddFilter<AccessFilter>();
            hub.AddFilter<PresenceFilter>();
        });
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(FanOutLifetimeManager<>)).AddSingleton<SlowReaders>();
        services.AddSingleton(new FromZero(Instruments.Connections, "hub", nameof(VisitorHub), nameof(SuperUserHub), nameof(AgentHub)));
        if (RedisSetup.IsConfigured(settings)) services.AddSingleton<RedisFanOut>();
        services.AddSingleton<PresenceFilter>().AddSingleton<AccessFilter>();
        services.AddSingleton<RevokedSockets>().AddHostedService(provider => provider.GetRequiredService<RevokedSockets>());
        return services.AddSingleton<INotices, SignalRNotices>().AddSingleton<HeadsHere>().AddSingleton<MoveSockets>().AddSingleton<MemberDoors>().AddSingleton<HelpDoors>();
    }

    public static void MapHubs(this IEndpointRouteBuilder routes)
    {
        var (move, options) = (routes.ServiceProvider.GetRequiredService<MoveSockets>(), routes.ServiceProvider.GetRequiredService<IOptions<HostingOptions>>());
        routes.ServiceProvider.GetRequiredService<Drain>().OnBegin(late => move.Run(options.Value.DrainMs, late));
        // Such a request lasts as long as its socket: among the others it would tell how long people stay.
        routes.MapHub<VisitorHub>("/hubs/visitor", SocketsOnly).DisableHttpMetrics();
        routes.MapHub<SuperUserHub>("/hubs/super-user", SocketsOnly).DisableHttpMetrics();
        routes.MapHub<AgentHub>("/hubs/agent", SocketsOnly).DisableHttpMetrics();
        routes.MapMemberTwins();
    }

    private static void SocketsOnly(HttpConnectionDispatcherOptions options) => options.Transports = HttpTransportType.WebSockets;
}
