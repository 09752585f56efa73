using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching;

public static class SearchingSetup
{
    public static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddSingleton<IPageListener, PageIndex>().AddSingleton<ReadQuery>().AddSingleton<Candidates>().AddSingleton<FindPages>()
        .AddSingleton<SimilarPages>().AddSingleton<SearchPages>()
        .AddSingleton<RelatedPages>().AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<RelatedPages>());
}
