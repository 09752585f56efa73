using CommunityWidget.Replay;

// Plays real conversations and questions against a running server and compares what it kept with what was said.
if (args is not [var address, var data])
{
    Console.Error.WriteLine("Usage: CommunityWidget.Replay SERVER DATA");
    return 2;
}
if (!Directory.Exists(data))
{
    Console.Error.WriteLine($"There is no data at {data}: nothing was replayed.");
    return 2;
}

Comparison.ProveItself();
var server = new Uri(address);
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
