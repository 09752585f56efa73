using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using Npgsql;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F18DatabaseReadOnly() : UnderLoad(18, "PostgreSQL only reads for 30 s")
{
    private long _began, _ended;

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await Set(nodes, "alter system set default_transaction_read_only = on");
        // A transaction that had begun may still write.
        await Task.Delay(1_000);
        _began = Now;
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(30)));
        _ended = Now;
        await Set(nodes, "alter system reset default_transaction_read_only");
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.Exactly("messages acknowledged meanwhile", 0, said.Acked.Count(m => m.AckedAt > _began && m.AckedAt < _ended));
        outcome.AtMost("every node has written again after", 5, said.AllWriteAgainAfter(_ended, nodes.All.Count), " s");
        AllAcknowledged(said, outcome);
    }

    private static async Task Set(Nodes nodes, string statement)
    {
        await using var connection = new NpgsqlConnection(nodes.Source + ";Pooling=false;Options=-c default_transaction_read_only=off");
        await connection.OpenAsync();
        foreach (var sql in new[] { statement, "select pg_reload_conf()" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
