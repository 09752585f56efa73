using CommunityWidget.Database;

namespace CommunityWidget.Moderation;

public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<JudgeMessage>().AddSingleton<ReviewThread>();
        return services.AddSingleton<IOutboxHandler, ProposeEdition>();
    }
}
