using CommunityWidget.Admin.Forms;

namespace CommunityWidget.Admin;

/// <summary>The pages on which an owner sets their site up, and what they do.</summary>
public static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<AdminDesk>().AddSingleton<CreateSite>().AddSingleton<ChangeSite>().AddSingleton<ChangeMember>().AddSingleton<UndoChange>().AddSingleton<FormSeals>();
        services.AddSingleton<ChangeWebhook>().AddSingleton<IUndoes>(all => all.GetRequiredService<ChangeWebhook>());
        services.AddSingleton<ChangeKey>().AddSingleton<IUndoes>(all => all.GetRequiredService<ChangeKey>());
        services.AddSingleton<ChangeCharter>().AddSingleton<IUndoes>(all => all.GetRequiredService<ChangeCharter>());
        services.AddSingleton<ChangeIdentity>().AddSingleton<IUndoes>(all => all.GetRequiredService<ChangeIdentity>());
        return services.AddSingleton<ProveAnswersBase>().AddSingleton<WhoIsHere>().AddSingleton<InviteSheet>().AddSingleton<LettersSent>().AddSingleton<StuckMails>();
    }
}
