using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F13RedisAbsentAtStart() : Scenario(13, "Redis is not there when the nodes start")
{
    public override string Load(Rig rig) => "one question asked before Redis is there, one after";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { StartsRedis = false });
        var began = Now;
        foreach (var node in nodes.All) await Server.UntilReady(node.Address);
        outcome.AtMost("all nodes serve after", 5, (Now - began) / 1_000.0, " s");
        await using (var company = await Company.Gather(rig.Setting(nodes.Addresses), nodes.Source, 4, 10))
        {
            var setting = rig.Setting(nodes.Addresses);
            await using var early = new Chat(await Replay.Play.Guest.Arrive(setting, "early", polls: false), company, 1);
            var opening = early.Open();
            await Task.Delay(3_000);
            outcome.Note(opening.IsCompleted ? "it was taken although Redis was away" : "nobody was offered it while Redis was away");
            await nodes.Redis.StartAgain();
            var there = Now;
            await opening;
            outcome.AtMost("the question that waited is taken, after Redis is there", 5, (Now - there) / 1_000.0, " s");
            await using var late = new Chat(await Replay.Play.Guest.Arrive(setting, "late", polls: false), company, 2);
            await late.Open();
            nodes.Warm();
            await early.End();
            await late.End();
            await Queued(setting, nodes, outcome);
        }
        await outcome.Invariants(rig, nodes);
    }
}
