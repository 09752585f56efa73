using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>The reader is on another node: how much later than on the writer's own they are pushed a message.</summary>
internal static class OtherNode
{
    private const int PairCount = 20;

    public static async Task Run(Report report, Storage storage, Settings settings, string redis)
    {
        var database = new Dictionary<string, string>(await storage.ForProduct()) { ["ConnectionStrings:Redis"] = redis };
        await using var town = await Town.Build(database, PairCount);
        await using var here = await Cast.Product(storage, database);
        await using var there = await Cast.Product(storage, database);
        await using var near = await Cast.Pairs(town, here, here);
        await using var far = await Cast.Pairs(town, here, there, from: PairCount / 2);
        var (same, other) = (new List<double>(), new List<double>());
        foreach (var side in new[] { near, far }) await side.Travel(settings.WarmUp, PairCount / 2);
        for (var i = 0; i < settings.Repetitions; i++)
        {
            same.Add((await near.Travel(settings.Time, PairCount / 2)).Median);
            other.Add((await far.Travel(settings.Time, PairCount / 2)).Median);
        }
        report.Add("a push to another node, p50 from writing to being read", $"{storage.Name} and Redis", new("other node", new(other), "ms"), new("same node", new(same), "ms"), new Hold(AtMost: 0.5, IsDifference: true));
    }
}
