using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Ladders of every shape a site may set: small waves, short rungs, none of agents.</summary>
public static class HistoryLadders
{
    private static readonly string[][] Shapes =
    [
        [RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents],
        [RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents],
        [RungKinds.Topic, RungKinds.Anyone],
        [RungKinds.Anyone, RungKinds.Agents],
        [RungKinds.Topic],
        [RungKinds.Agents],
    ];

    public static Ladder Any(Random random) => random.Next(4) == 0
        ? Ladder.Default
        : new(
        [
            .. Shapes[random.Next(Shapes.Length)].Select(kind =>
                new Rung(kind, random.Next(1, 4), random.Next(3, 16) * 1_000, random.Next(4, 40) * 1_000)),
        ]);
}
