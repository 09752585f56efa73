using CommunityWidget.Database;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.Sanctions;

namespace CommunityWidget.Moderation;

public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptions<ModerationOptions>().BindConfiguration("Moderation").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Judges>().AddSingleton<Floods>().AddSingleton<JudgeMessage>().AddSingleton<DecideHeld>().AddSingleton<DeliverHeld>().AddSingleton<ReviewThread>();
        return services.AddSanctions().AddSingleton<IOutboxHandler, ProposeEdition>();
    }
}
