using CommunityWidget.Checker;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F38PoisonedNews() : UnderLoad(38, "mails whose sending always fails")
{
    private const int Poisoned = 10, Tries = 5;

    private long _from;

    // Nobody listens there.
    protected override Shape Shape => new()
    {
        Settings = new Dictionary<string, string> { ["Email__Host"] = "127.0.0.1", ["Email__Port"] = "9", ["Email__From"] = "shop@shop.example", ["Email__TimeoutMs"] = "2000", ["Email__RetriesMs"] = "1000,3000,6000,10000" },
    };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        _from = Now;
        await Company.InviteOnly(chats.Setting.Server, Poisoned);
        Poison(nodes);
        for (var waited = 0; waited < 90 && Mails(nodes).Any(mail => mail.State == "new"); waited++) await Task.Delay(1_000);
        outcome.Note($"set aside after {(Now - _from) / 1_000} s");
        var mails = Mails(nodes);
        outcome.AtLeast("mails that could not be sent", Poisoned, mails.Count);
        outcome.Exactly("of them, set aside after five tries", mails.Count, mails.Count(mail => mail is { State: "dead", Attempts: Tries }));
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        double PerSecond(long from, long to) => said.Acked.Count(m => m.AckedAt > from && m.AckedAt < to) * 1_000.0 / (to - from);
        var began = BeganAt - (long)(rig.FaultAt.TotalMilliseconds * 0.7);
        var (before, meanwhile) = (PerSecond(began, BeganAt), PerSecond(BeganAt, HealedAt));
        outcome.AtLeast("messages a second meanwhile, of those before", 95, 100 * meanwhile / before, " %");
        AllAcknowledged(said, outcome);
    }

    // What inviting by mail on the admin's page writes.
    private static void Poison(Nodes nodes)
    {
        using var db = Source.Open(nodes.Source);
        db.Execute(
            "insert into outbox (id, thread, seq, kind, state, attempts, due_at, created_at) select gen_random_uuid(), id, 0, 'mail.invitation', 'new', 0, @now, @now from invitations where email like '%@poison.example'",
            ("@now", Now));
    }

    private static List<(string State, long Attempts)> Mails(Nodes nodes)
    {
        using var db = Source.Open(nodes.Source);
        return db.Rows("select state, attempts from outbox where kind like 'mail.%'", r => (r.GetString(0), r.GetInt64(1)));
    }
}
