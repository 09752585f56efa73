using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityWidget.Database;

public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        TypeHandlers.Register();
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SqlDialect>(provider => provider.GetRequiredService<IConfiguration>().GetConnectionString("Postgres") is { Length: > 0 } postgres
            ? Postgres(postgres, provider.GetRequiredService<ILoggerFactory>())
            : Sqlite(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Path));
        services.AddSingleton<Db>().AddSingleton<Migrator>();
        services.AddSingleton<OutboxSignal>().AddSingleton<Outbox>().AddSingleton<DeliverOutbox>();
        return services.AddHostedService<OutboxWorker>();
    }

    private static PostgresDialect Postgres(string text, ILoggerFactory logs)
    {
        try
        {
            var builder = new NpgsqlDataSourceBuilder(text).UseLoggerFactory(logs);
            builder.ConnectionStringBuilder.ApplicationName ??= "community-widget";
            return new PostgresDialect(builder.Build());
        }
        catch (ArgumentException error)
        {
            throw new UnusableDatabaseException(
                $"ConnectionStrings:Postgres cannot be read: {error.Message}. Write it like Host=db;Username=community;Password=…;Database=community.", error);
        }
    }

    private static SqliteDialect Sqlite(string path)
    {
        var file = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException($"The folder of {file} cannot be made. Let this program's user write there, or point Database:Path elsewhere.", error);
        }
        return new SqliteDialect(file);
    }
}
