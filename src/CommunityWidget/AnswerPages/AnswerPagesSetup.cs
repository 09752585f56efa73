using CommunityWidget.AnswerPages.Searching;

namespace CommunityWidget.AnswerPages;

public static class AnswerPagesSetup
{
    public static IServiceCollection AddAnswerPages(this IServiceCollection services) => services
        .AddSingleton<EditionStore>().AddSingleton<PageChanges>().AddSingleton<Deflections>()
        .AddSearching();
}
