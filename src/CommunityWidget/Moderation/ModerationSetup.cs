using CommunityWidget.Configuration;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;

namespace CommunityWidget.Moderation;

public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptions<ModerationOptions>().BindSettings("Moderation").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Judges>().AddSingleton<Floods>().AddSingleton<JudgeMessage>().AddSingleton<WhoJudges>().AddSingleton<DecideHeld>().AddChore<TellKeptBack>().AddSingleton<DeliverHeld>();
        services.AddOptions<CareOptions>().BindSettings("AnswerPages").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<INameJudge, JudgeName>().AddChore<MaskOldContexts>();
        services.AddSingleton<CareForPage>().AddSingleton<StaleAnswers>();
        return services.AddSanctions().AddReview().AddConsentAndReports().AddReaders();
    }

    private static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<DraftEdition>().AddSingleton<AskerNames>().AddSingleton<MaskAgain>()
        .AddSingleton<SettlePublication>().AddSingleton<ProposedPages>().AddSingleton<TellPublished>().AddSingleton<PublishEdition>().AddSingleton<ReviewThread>()
        .AddSingleton<Revisions>().AddSingleton<Decisions>().AddSingleton<TrustedAnswers>()
        .AddSingleton<ReviewQueue>().AddSingleton<EditEdition>().AddSingleton<SendBack>().AddSingleton<UndoDecision>()
        .AddSingleton<IOutboxHandler, ProposeEdition>();

    private static IServiceCollection AddConsentAndReports(this IServiceCollection services) => services
        .AddSingleton<Consents>().AddSingleton<ConsentViews>().AddSingleton<ChangeConsent>().AddSingleton<ListConsents>()
        .AddSingleton<ReportStore>().AddSingleton<FileReport>().AddSingleton<ReadReports>().AddSingleton<DecideReport>().AddSingleton<OutOfSight>().AddSingleton<ReportedMessage>().AddSingleton<ReaderMarks>();
}
