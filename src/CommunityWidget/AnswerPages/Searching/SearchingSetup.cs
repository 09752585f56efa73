using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Searching;

public static class SearchingSetup
{
    public static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddSingleton<PageIndex>().AddSingleton<IPageListener>(provider => provider.GetRequiredService<PageIndex>()).AddChore<IndexOldPages>()
        .AddSingleton<ReadQuery>().AddSingleton<Candidates>().AddSingleton<FindPages>()
        .AddSingleton<SimilarPages>().AddSingleton<SearchPages>().AddChore<RelatedPages>();
}
