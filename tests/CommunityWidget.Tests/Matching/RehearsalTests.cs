using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching;

/// <summary>What the administration says a ladder would do now is what it then does.</summary>
public sealed class RehearsalTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task A_rehearsed_ladder_does_the_same_with_a_real_question_nobody_takes(int seed)
    {
        var random = new Random(seed);
        var ladder = AnyLadder(random);
        await using var world = await TestWorld.Start(ladder);
        // The program has run for a while: who is not here is not on their way back.
        await world.Sweep();
        await world.Advance(11);
        for (var i = random.Next(0, 6); i > 0; i--)
            await world.Join(languages: random.Next(3) == 0 ? "fr" : "en", seats: random.Next(1, 3), topics: random.Next(2) == 0 ? ["shoes"] : [], available: random.Next(4) > 0, connected: random.Next(5) > 0);
        if (random.Next(2) == 0) await world.JoinAgent();

        await Agrees(world, ladder);
    }

    [Theory]
    [InlineData(RungKinds.Agents, 0, 541)]
    [InlineData(RungKinds.Anyone, 0, 541)]
    [InlineData(RungKinds.Agents, 541, 1440)]
    [InlineData(RungKinds.Anyone, 541, 1440)]
    [InlineData(RungKinds.Anyone, 541, 542)]
    public async Task So_does_one_whose_team_goes_home_or_comes_meanwhile(string first, int from, int to)
    {
        Ladder ladder = new([new(first, 20, 12_000, 12_000), new(RungKinds.Anyone, 20, 12_000, 12_000), new(RungKinds.Agents, 20, 15_000, 120_000)]);
        await using var world = await TestWorld.Start(ladder);
        await world.Join(topics: ["shoes"]);
        await world.JoinAgent();
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Save(tx, world.Here with { Hours = new("UTC", [new(DayOfWeek.Monday, from, to)]) });
            return Done.It;
        });
        // Twenty seconds before the hour and one minute.
        await world.Advance(40);

        await Agrees(world, ladder);
    }

    private static async Task Agrees(TestWorld world, Ladder ladder)
    {
        var rehearsed = await world.Get<RehearseLadder>().Run(await world.Get<SiteStore>().Get(world.Here.Id), ladder, "en", "shoes");
        Assert.Empty(await world.Db.Query<Guid>("select id from offers"));
        var asked = await world.Question();
        await world.RunMatching();
        await world.Advance((ladder.Rungs.Sum(rung => rung.StaysMs) / 1_000) + 20);

        var real = await world.Get<Explanations>().Of(asked.Id);
        Assert.Equal(rehearsed.Steps.Select(step => InWords(step.Outcomes)), real.Select(step => string.Join("; ", step.Happened!.Select(InWords))));
        foreach (var (step, happened) in rehearsed.Steps.Zip(real))
            Assert.InRange(happened.At - asked.AskedAt - step.AfterMs, 0, 1_000);
    }

    [Fact]
    public async Task Trying_writes_nothing_and_asks_nobody()
    {
        await using var world = await TestWorld.Start();
        await world.Join();
        var steps = (await world.Get<RehearseLadder>().Run(world.Here, Ladder.Default, "en", "shoes")).Steps;

        // Asked, asked once more on the next rung, and then there is nobody.
        Assert.Equal([0, 15_000, 30_000], steps.Select(step => step.AfterMs));
        Assert.Empty(world.Notices.OffersMade);
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads"));
    }

    private static string InWords(IReadOnlyList<MatchOutcome> outcomes) => string.Join("; ", outcomes.Select(ExplainedOutcome.Of).Select(InWords));

    private static string InWords(ExplainedOutcome outcome) => $"{outcome.What} {outcome.Rung} {string.Join(' ', outcome.Members.Order())}";

    // Waves that hold everybody: who of equals is left out is drawn by lot.
    private static Ladder AnyLadder(Random random)
    {
        string[][] shapes = [[RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents], [RungKinds.Anyone, RungKinds.Agents], [RungKinds.Topic], [RungKinds.Topic, RungKinds.Anyone, RungKinds.Anyone], [RungKinds.Agents]];
        return new([.. shapes[random.Next(shapes.Length)].Select(kind => new Rung(kind, 20, random.Next(5, 16) * 1_000, random.Next(6, 30) * 1_000))]);
    }
}
