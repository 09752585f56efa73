namespace CommunityWidget.Replay;

/// <summary>Two-speaker conversations and single questions, each compared with its source.</summary>
public static class Pairs
{
    public static async Task<int> Run(Uri server, string data)
    {
        Comparison.ProveItself();
        await Server.UntilReady(server);
        await using var community = await Community.Gather(server);

        var results = new List<Result>
        {
            await Stage.Run("irc-support", Conversations.Read(Path.Combine(data, "conversations", "irc-support"), count: 40), server, community),
        };
        await community.CallSupport();
        results.Add(await Stage.Run("amazon-appliances", Questions.Read(Path.Combine(data, "questions", "amazon-appliances", "qa.jsonl"), "en", count: 200), server, community));
        results.Add(await Stage.Run("fr-travail", Questions.Read(Path.Combine(data, "questions", "fr-travail", "fiches-travail-sections.jsonl"), "fr", count: 200), server, community));

        Summary.Print(results);
        return results.TrueForAll(r => r.IsGood) ? 0 : 1;
    }
}
