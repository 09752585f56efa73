using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>The transaction is durable and its node never hears of it: neither side can know.</summary>
internal sealed class F02AnswerOfCommitLost() : Scenario(2, "the line to PostgreSQL is cut instead of handing on a commit's answer")
{
    private const int Visitors = 20, Sends = 1_000;

    private static ReadOnlySpan<byte> Committed => "C\0\0\0\u000bCOMMIT\0"u8;

    public override string Load(Rig rig) => $"{rig.Of(Sends):n0} sends of {Visitors} visitors, one commit in ten cut";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { ProxiedDatabase = true });
        var (cuts, dice) = (0, new Random(rig.Seed));
        await using (var chats = await Chats.Open(rig.Setting(nodes.Addresses), nodes.Source, Visitors))
        {
            nodes.Warm();
            nodes.ToDatabase!.CutInsteadOf = bytes =>
            {
                if (bytes.Span.IndexOf(Committed) < 0) return false;
                lock (dice)
                {
                    if (dice.Next(10) > 0) return false;
                    cuts++;
                    return true;
                }
            };
            await Parallel.ForEachAsync(chats.All, async (chat, _) =>
            {
                for (var number = 0; number < rig.Of(Sends) / Visitors; number++) await chat.Guest.Send(chat.Thread, $"said {number} in {chat.Thread}", Replay.Play.Mishap.None);
            });
            nodes.ToDatabase.CutInsteadOf = null;
            await Queued(chats.Setting, nodes, outcome);
            await chats.End();
        }
        var said = Said.Read(rig.Recordings);
        outcome.AtLeast("commits whose answer was lost", 10 * rig.Scale, cuts);
        outcome.AtLeast("messages sent more than once", 1, said.Messages.Count(m => m.Sends > 1));
        outcome.Exactly("sends without an answer in the end", 0, said.Lost);
        await outcome.Invariants(rig, nodes);
    }
}
