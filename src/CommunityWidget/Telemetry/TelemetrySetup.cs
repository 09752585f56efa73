using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityWidget.Telemetry;

public static class TelemetrySetup
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider =>
            new DiscreetLogs(ActivatorUtilities.CreateInstance<LoggerFactory>(provider), provider.GetServices<ShutCategory>())));
        // Made here, so that a wrong value stops the start.
        services.AddSingleton(new Otlp(settings));
        return services.AddHostedService<ExportTelemetry>().AddHostedService<ReadGauges>();
    }
}
