namespace CommunityWidget.Telemetry;

public static class TelemetrySetup
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        // Made here, so that a wrong value stops the start.
        services.AddSingleton(new Otlp(settings));
        return services.AddHostedService<ExportTelemetry>().AddHostedService<ReadGauges>();
    }
}
