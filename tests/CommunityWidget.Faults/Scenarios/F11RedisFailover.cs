using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F11RedisFailover() : UnderLoad(11, "Redis fails over to a replica that had stopped hearing it")
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
        await nodes.Redis.Execute("WAIT", 1, 5_000);
        // From here on it follows nobody: what the master learns is lost with it.
        await replica.Execute("REPLICAOF", "127.0.0.1", FreePort.Find());
        await Waiting.AskMore(FewWaiting);
        await Unwanted.UntilQueued(nodes.Redis, nodes.Source, TimeSpan.FromSeconds(10));
        var (known, lags) = (await Unwanted.Queued(nodes.Redis), await Unwanted.Queued(replica));
        await nodes.Redis.Signal("KILL");
        outcome.AtLeast("waiting questions that the replica knows", 1, known.Intersect(lags).Count());
        outcome.AtLeast("and of which it never heard", 1, known.Except(lags).Count());
        await replica.Execute("REPLICAOF", "NO", "ONE");
        nodes.ToRedis!.Target = replica.Port;
        nodes.ToRedis.ResetAll();
        var took = await Unwanted.UntilQueued(replica, nodes.Source, TimeSpan.FromSeconds(30), Waiting.Ids(nodes.Source));
        outcome.AtMost("I7 those that nobody takes are all there again, in order of age, after", 10, took?.TotalSeconds ?? double.PositiveInfinity, " s");
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(15)));
        await over.CancelAsync();
        await asking;
        // While questions come and go the two are never looked at in one moment.
        await Queued(replica, nodes, outcome, 2 * FewWaiting);
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
