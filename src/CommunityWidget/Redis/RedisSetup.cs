using CommunityWidget.Configuration;
using CommunityWidget.Telemetry;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Redis;

/// <summary>Redis, when <c>ConnectionStrings:Redis</c> is set: many nodes then share one queue, presence and fan-out. Without it everything is in process.</summary>
public static class RedisSetup
{
    public const string Setting = "Redis";

    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IGauge, RedisAway>().AddSingleton(new Reach { HasOthers = IsConfigured(settings) }).AddSingleton<Hints>();
        services.AddOptions<RedisOptions>().BindSettings("Redis").ValidateDataAnnotations().ValidateOnStart();
        if (!IsConfigured(settings)) return services;
        services.AddSingleton(provider => RedisLink.Connect(
            settings.GetConnectionString(Setting)!,
            provider.GetRequiredService<ILogger<RedisLink>>(),
            TimeSpan.FromMilliseconds(provider.GetRequiredService<IOptions<RedisOptions>>().Value.TimeoutMs)));
        return services.AddSingleton<RedisChannels>().AddSingleton<Listening>().AddHostedService<Pulse>().AddHostedService<EvictionCheck>();
    }

    public static bool IsConfigured(IConfiguration settings) => !string.IsNullOrWhiteSpace(settings.GetConnectionString(Setting));
}
