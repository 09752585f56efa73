using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F11RedisFailover() : UnderLoad(11, "Redis fails over to a replica that lags")
{
    private Intake? _intake;

    protected override Shape Shape => new() { ProxiedRedis = true };

    public override string Load(Rig rig) => $"{base.Load(rig)}, 5 asks/s";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await using var replica = await PrivateRedis.Start($"replicaof 127.0.0.1 {nodes.Redis.Port}");
        using var over = new CancellationTokenSource();
        _intake = new(chats.Setting, perSecond: 5);
        var asking = _intake.Run(over.Token);
        await Task.Delay(3_000);
        // What the master learns while its replica sleeps is lost with it.
        var asleep = replica.Execute("DEBUG", "SLEEP", "3");
        await Task.Delay(2_000);
        await nodes.Redis.Signal("KILL");
        await asleep;
        await replica.Execute("REPLICAOF", "NO", "ONE");
        nodes.ToRedis!.Target = replica.Port;
        nodes.ToRedis.ResetAll();
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(15)));
        await over.CancelAsync();
        await asking;
        // Back to one of its own before the replica goes home.
        await nodes.Redis.Stop();
        await nodes.Redis.StartAgain();
        nodes.ToRedis.Target = nodes.Redis.Port;
        nodes.ToRedis.ResetAll();
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => await _intake!.End();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var twice = Checker.Kept.Copy(nodes.Source).Offers.Where(o => o.State == "accepted").GroupBy(o => (o.Thread, o.Fence)).Count(won => won.Count() > 1);
        outcome.Exactly("questions accepted twice", 0, twice);
        outcome.AtLeast("questions asked meanwhile", 10, _intake!.Asked.Count(a => a.Thread is not null));
        AllAcknowledged(said, outcome);
    }
}
