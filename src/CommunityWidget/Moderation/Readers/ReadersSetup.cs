namespace CommunityWidget.Moderation.Readers;

public static class ReadersSetup
{
    public static IServiceCollection AddReaders(this IServiceCollection services) => services
        .AddSingleton<ProposedStore>().AddSingleton<ProposeAnswer>().AddSingleton<DecideProposed>().AddSingleton<TakeVote>();
}
