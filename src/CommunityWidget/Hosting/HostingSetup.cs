using CommunityWidget.Configuration;
using CommunityWidget.Contracts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityWidget.Hosting;

/// <summary>The process itself: addresses, headers, errors, health, and the widget's files.</summary>
public static class HostingSetup
{
    /// <summary>How long ending takes once clients were moved, in milliseconds; what is still to be said of traces and meters comes on top.</summary>
    public const int EndMs = 5_000;

    private const string DefaultUrl = "http://localhost:5080";

    // One line per request tells an operator nothing; what would tell too much is shut by DiscreetLogs whatever is set here.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
    };

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        LogFormat.CheckLevels(builder.Configuration);
        if (ListenOptions.Told(builder.Configuration, DefaultUrl) is { } told) builder.WebHost.UseUrls([.. told]);
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = SlowLines.Listen);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Services.AddOptions<PublicOptions>()
            .Configure<IConfiguration>((options, settings) => options.PublicUrl = settings["PublicUrl"] ?? PublicOptions.From(ListenOptions.Of(settings)) ?? DefaultUrl)
            .Validate(o => o.IsUsable, "PublicUrl is not the address of a site. Write it like https://chat.shop.example, without a path.")
            .ValidateOnStart();
        builder.Services.AddOptions<ListenOptions>().Configure<IConfiguration>((options, settings) => options.Addresses = ListenOptions.Of(settings))
            .Validate(o => o.AreUsable, "Urls (or HTTP_PORTS, Kestrel:Endpoints) names no address to listen on. Write it like http://0.0.0.0:8080: http or https, a port up to 65535, and no path.")
            .ValidateOnStart();
        builder.Services.AddOptions<LogFormat>().BindSettings("Logging:Console")
            .Validate(o => o.IsKnown, "Logging:Console:FormatterName is neither simple nor json nor systemd.").ValidateOnStart();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddOptions<HostingOptions>().BindSettings("Hosting").ValidateDataAnnotations()
            .Validate(o => o.ProxiesAreUsable, "Hosting:TrustedProxies is not a list of addresses or networks. Write it like 10.0.0.7, 10.1.0.0/16.")
            .ValidateOnStart();
        builder.Services.AddSingleton(Starting.Twice);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(EndMs));
        PunctualServer.Around(builder.Services);
        builder.Services.AddChore<CompareClocks>().AddHostedService(services => services.GetRequiredService<CompareClocks>()).AddHostedService<Chores>();
        builder.Services.AddSingleton<Drain>().AddSingleton<IHostLifetime, DrainingLifetime>();
        builder.Services.AddOuterAddress();
        builder.Services.AddSingleton(new WidgetAssets(Path.Combine(AppContext.BaseDirectory, "widget")));
        builder.Services.AddSingleton(Console.Out).AddSingleton<Greeting>().AddHostedService(services => services.GetRequiredService<Greeting>());
        builder.Services.AddSingleton<DatabaseHealth>().AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<DrainHealth>(DrainHealth.Name);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>First of all middleware.</summary>
    /// <param name="app">The program.</param>
    /// <param name="atOnce">Answers what needs no more than the outer address and our headers.</param>
    public static void UseHosting(this WebApplication app, Action<IApplicationBuilder> atOnce)
    {
        // Before anybody looks at the scheme or the host.
        app.UseReadHost();
        app.UseForwardedHeaders();
        app.UseOuterScheme();
        app.UseSecurityHeaders();
        atOnce(app);
        app.UseProblems();
        app.UseWidgetAssets();
        var drain = app.Services.GetRequiredService<Drain>();
        app.Use((http, next) =>
        {
            if (!drain.HasBegun || !http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)) return next(http);
            // Where a socket would have to move again at once it had better not begin.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Limits.FrameBytes;
            return next(http);
        });
    }

    public static void MapHosting(this IEndpointRouteBuilder routes)
    {
        // Not counted among people's requests: probes come every few seconds and are quick.
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableHttpMetrics();
        routes.MapHealthChecks("/health/serving", Strict(check => check.Name == DrainHealth.Name)).DisableHttpMetrics();
        routes.MapHealthChecks("/health/ready", Strict(_ => true)).DisableHttpMetrics();
    }

    private static HealthCheckOptions Strict(Func<HealthCheckRegistration, bool> which) =>
        new() { Predicate = which, ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable } };
}
