using CommunityWidget.Checker;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>
/// The other half of the catalogue's 42: three nodes of the release before, on the same PostgreSQL and Redis, become this one, one after the other. The first migrates
/// the schema under the two that stay; for a third of the run each, one and then two of this release serve beside those.
/// </summary>
internal sealed class F43RollingUpdate() : UnderLoad(43, "three nodes of the release before become this one, one after the other, on one PostgreSQL and Redis")
{
    private long _schemaBefore, _schema;

    protected override Shape Shape => new() { StartsBefore = true };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        _schemaBefore = Schema(nodes);
        foreach (var (place, node) in nodes.All.Index())
        {
            await node.Stop();
            node.Program = rig.Program;
            await node.Start();
            // Both beside each other.
            if (place < nodes.All.Count - 1) await Task.Delay(rig.Lasts / 3);
        }
        _schema = Schema(nodes);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.Note($"the schema of the release before: {_schemaBefore}, of this one: {_schema}; side by side for {(HealedAt - BeganAt) / 1_000} s");
        outcome.AtLeast("clients that lost their line", 1, said.Absences.Count(a => a.LostAt >= BeganAt));
        outcome.AtMost("without a line, p95", 5, Said.Percentile(said.Absences.Where(a => a.LostAt >= BeganAt).Select(a => a.Seconds), 95), " s");
        outcome.Exactly("errors logged", 0, nodes.Errors().Count);
        AllAcknowledged(said, outcome);
    }

    private static long Schema(Nodes nodes)
    {
        using var db = Source.Open(nodes.Source);
        return db.Rows("select max(number)::bigint from migrations", r => r.GetInt64(0))[0];
    }
}
