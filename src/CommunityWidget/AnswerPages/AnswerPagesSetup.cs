using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Votes;

namespace CommunityWidget.AnswerPages;

public static class AnswerPagesSetup
{
    public static IServiceCollection AddAnswerPages(this IServiceCollection services) => services
        .AddSingleton<EditionStore>().AddSingleton<EditionEdits>().AddSingleton<DoublePages>().AddSingleton<ArchivedEditions>().AddSingleton<PageChanges>().AddSingleton<ReadPage>()
        .AddSingleton<ListPages>().AddSingleton<Subjects>().AddSingleton<Profiles>().AddSingleton<Pages.AnswersDesk>().AddSingleton<Pages.ListDesk>().AddSingleton<VoteStore>()
        .AddSingleton<Deflections>().AddSearching().AddMachines();
}
