using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F31WinnerVanishes() : Scenario(31, "whoever accepted vanishes right after, for good")
{
    private const int Questions = 12, SilenceSeconds = 45;

    private readonly ConcurrentBag<double> _again = [];

    public override string Load(Rig rig) => $"{Questions} questions, each holder's line cut as soon as they hold it";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Ladder = rung => rung["wave"] = 1 });
        var setting = rig.Setting(nodes.Addresses);
        await using (var company = await Company.Gather(setting, nodes.Source, Questions * 3, 2))
        {
            nodes.Warm();
            await Parallel.ForAsync(0, Questions, new ParallelOptions { MaxDegreeOfParallelism = Questions }, async (number, _) =>
            {
                await using var chat = new Chat(await Guest.Arrive(setting, $"visitor-{number}", polls: false), company, number);
                await chat.Open();
                var gone = chat.Holder!;
                gone.Vanish(TimeSpan.FromMinutes(10));
                var since = Now;
                // Called off by the one who held it, or already in the hands of the next.
                await chat.Guest.Shown.Until(chat.Thread, s => s.State == ThreadStates.Waiting || (s.Responder is { Id: var id } && id != gone.Id), "to be offered again", TimeSpan.FromMinutes(2));
                _again.Add((Now - since) / 1_000.0);
                await chat.Guest.Shown.Until(chat.Thread, s => s.State == ThreadStates.Live && s.Responder?.Id != gone.Id, "somebody else", TimeSpan.FromMinutes(2));
                await chat.End();
            });
        }
        await Queued(setting, nodes, outcome);
        outcome.Exactly("questions in somebody else's hands in the end", Questions, _again.Count);
        outcome.AtMost("offered again after", SilenceSeconds + 2, _again.DefaultIfEmpty(double.PositiveInfinity).Max(), " s");
        outcome.AtLeast("and not before they had been silent for long enough", SilenceSeconds - 2, _again.DefaultIfEmpty(0).Min(), " s");
        await outcome.Invariants(rig, nodes);
    }
}
