using CommunityWidget.Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration.Memory;

namespace CommunityWidget.Hosting;

/// <summary>The process itself: addresses, headers, errors, health, and the widget's files.</summary>
public static class HostingSetup
{
    private const string DefaultUrl = "http://localhost:5080";

    // The framework's own request log prints whole addresses, and a socket's address holds its ticket.
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
        if (Listens(builder.Configuration) is null) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Services.AddOptions<PublicOptions>()
            .Configure<IConfiguration>((options, settings) => options.PublicUrl = settings["PublicUrl"] ?? PublicOptions.From(Listens(settings)) ?? DefaultUrl)
            .Validate(o => o.IsUsable, "PublicUrl is not the address of a site. Write it like https://chat.shop.example, without a path.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton(new WidgetAssets(Path.Combine(AppContext.BaseDirectory, "widget")));
        builder.Services.AddSingleton(Console.Out).AddSingleton<Greeting>().AddHostedService(services => services.GetRequiredService<Greeting>());
        builder.Services.AddSingleton<DatabaseHealth>().AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>First of all middleware.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseWidgetAssets();
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Limits.FrameBytes;
            return next(http);
        });
    }

    public static void MapHosting(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }

    private static string? Listens(IConfiguration settings) => settings["urls"]
        ?? settings["http_ports"] ?? settings["https_ports"] ?? (settings.GetSection("Kestrel:Endpoints").GetChildren().Any() ? "" : null);
}
