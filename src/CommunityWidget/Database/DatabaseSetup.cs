using CommunityWidget.Configuration;
using CommunityWidget.Telemetry;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Database;

public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        TypeHandlers.Register();
        services.AddOptions<DatabaseOptions>().BindSettings("Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailRetryOptions>().BindSettings("Email").ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailRetryOptions>, MailRetryCheck>();
        services.AddSingleton(Dialect);
        // Its log would print the parameters of statements where somebody allows it.
        services.AddSingleton(new ObservedLibrary("Npgsql")).AddSingleton(new ShutCategory("Npgsql", LogLevel.Information));
        services.AddSingleton<Db>().AddSingleton<IGauge, OutboxAge>().AddSingleton<Migrator>();
        services.AddSingleton(provider => ServerTime.Of(provider.GetRequiredService<Db>())).AddSingleton<ClockOffset>();
        services.AddSingleton<IGauge>(provider => provider.GetRequiredService<ClockOffset>()).AddHostedService<DurabilityCheck>();
        services.AddSingleton(new FromZero(Instruments.OutboxDeliveries, "outcome", "done", "failed", "dead", "postponed", "unknown"));
        services.AddSingleton<OutboxSignal>().AddSingleton<Outbox>().AddSingleton<DeliverOutbox>();
        return services.AddHostedService<OutboxWorker>();
    }

    private static SqlDialect Dialect(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres") is { } postgres && !string.IsNullOrWhiteSpace(postgres)
            ? new PostgresDialect(PostgresSource.Build(postgres, options), options.MostWaiting)
            : Sqlite(options.Path);
    }

    private static SqliteDialect Sqlite(string path)
    {
        var file = Path.GetFullPath(path);
        try
        {
            // The root has none, and is no file: that is said when it is opened.
            if (Path.GetDirectoryName(file) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException($"The folder of {file} cannot be made. Let this program's user write there, or point Database:Path elsewhere.", error);
        }
        return new SqliteDialect(file);
    }

    private sealed class MailRetryCheck : IValidateOptions<MailRetryOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailRetryOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
