using System.Collections.Concurrent;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F29AcceptRace() : Scenario(29, "everybody of a wave accepts at once, on three nodes")
{
    private const int Questions = 1_000, Members = 50, AtOnce = 3;

    private readonly ConcurrentBag<double> _told = [];
    private readonly ConcurrentBag<int> _winners = [];

    public override string Load(Rig rig) => $"{Members} members, {rig.Of(Questions):n0} questions";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Ladder = rung => rung["wave"] = Members });
        var setting = rig.Setting(nodes.Addresses);
        await using (var company = await Company.Gather(setting, nodes.Source, Members, 100, person => person.Wants = _ => null))
        {
            await Parallel.ForAsync(0, rig.Of(Questions), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            {
                await using var chat = new Chat(await Guest.Arrive(setting, $"visitor-{number}", polls: false), company, number);
                var thread = await chat.Guest.Ask($"question {number}", Mishap.None);
                await Race(company, thread, rig.Seed + number);
                await chat.Guest.End(thread);
            });
        }
        outcome.Exactly("questions raced for", rig.Of(Questions), _winners.Count);
        outcome.Exactly("of them, with exactly one winner", rig.Of(Questions), _winners.Count(count => count == 1));
        outcome.AtMost("a loser is told, p99", 500, Said.Percentile(_told, 99), " ms");
        outcome.Invariants(rig, nodes);
    }

    private async Task Race(Company company, string thread, int seed)
    {
        var offers = await Task.WhenAll(company.People.Select(person => person.NextOffer(thread)));
        var order = Enumerable.Range(0, offers.Length).ToArray();
        new Random(seed).Shuffle(order);
        var replies = await Task.WhenAll(order.Select(place => company.People[place].AcceptAtOnce(offers[place].OfferId)));
        _winners.Add(replies.Count(r => r.Reply.Value is not null));
        foreach (var lost in replies.Where(r => r.Reply.Refusal is not null)) _told.Add(lost.Took.TotalMilliseconds);
    }
}
