namespace CommunityWidget.Redis;

/// <summary>Redis, when <c>ConnectionStrings:Redis</c> is set: many nodes then share one queue, presence and fan-out. Without it everything is in process.</summary>
public static class RedisSetup
{
    public const string Setting = "Redis";

    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration settings)
    {
        if (IsConfigured(settings)) services.AddSingleton(provider => RedisLink.Connect(settings.GetConnectionString(Setting)!, provider.GetRequiredService<ILogger<RedisLink>>()));
        return services;
    }

    public static bool IsConfigured(IConfiguration settings) => !string.IsNullOrWhiteSpace(settings.GetConnectionString(Setting));
}
