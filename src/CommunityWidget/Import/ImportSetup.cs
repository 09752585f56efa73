using CommunityWidget.Hosting;
using CommunityWidget.Import.TakingBack;
using CommunityWidget.Import.Understanding;

namespace CommunityWidget.Import;

/// <summary>Questions and answers a site has elsewhere already.</summary>
public static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportStore>().AddSingleton<MakeEdition>().AddSingleton<EditionWords>().AddSingleton<StoreQuestions>().AddSingleton<RunImport>()
        .AddSingleton<LeaveSight>().AddSingleton<TakeBackImport>().AddSingleton<TakeBackVerb>().AddSingleton<IVerb, ImportVerb>();
}
