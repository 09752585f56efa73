using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;

namespace CommunityWidget.Moderation;

public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<JudgeMessage>().AddSingleton<ReviewThread>();
        return services.AddSanctions().AddSingleton<IOutboxHandler, ProposeEdition>();
    }
}
