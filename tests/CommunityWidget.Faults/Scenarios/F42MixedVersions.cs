using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>The version before knows one node and SQLite only: it and this one serve the same file one after the other, while the clients keep their pages open.</summary>
internal sealed class F42MixedVersions() : Scenario(42, "the version before, then this one, on the same SQLite file and under the same open clients")
{
    public override string Load(Rig rig) => $"{rig.Chats} chats × 1 msg/s, {rig.Lasts.TotalSeconds:f0} s";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        if (rig.Before is null) throw new InvalidOperationException("Name the version before: --before PROGRAM.");
        var database = Path.Combine(rig.Folder, "community.db");
        var settings = new Dictionary<string, string>(rig.Settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Database__Path"] = database };
        await using var before = new ProductNode(rig.Before, Path.Combine(rig.Folder, "before.log"), settings);
        await using var now = new ProductNode(rig.Program, Path.Combine(rig.Folder, "now.log"), settings);
        await before.Start();
        rig.HasStarted = true;
        await using var proxy = new TcpProxy(before.Port);
        await using (var chats = await Chats.Open(rig.Setting([proxy.Address]), database, rig.Chats))
        {
            using var over = new CancellationTokenSource();
            var talking = chats.Talk(over.Token);
            await Task.Delay(rig.FaultAt);
            await before.Stop();
            await now.Start();
            proxy.Target = now.Port;
            await Task.Delay(rig.Lasts - rig.FaultAt);
            await over.CancelAsync();
            await talking;
            await chats.End();
        }
        var said = Said.Read(rig.Recordings);
        outcome.AtLeast("clients carried over", rig.Chats, said.Absences.Select(a => a.Client).Distinct().Count());
        outcome.Exactly("sends without an answer in the end", 0, said.Lost);
        outcome.Exactly("errors logged", 0, before.Errors().Count + now.Errors().Count);
        outcome.Note("no Redis here: I7 has nothing to compare");
        outcome.Invariants(rig, database, [.. before.Errors(), .. now.Errors()]);
    }
}
