using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Holding;

/// <summary>What was kept back and can be taken back no more is told to its author only; a question ends with it.</summary>
public sealed class TellKeptBack(Db db, ThreadStore threads, ThreadWriter writer, HoldStore holds, TimeProvider clock) : IChore
{
    private const int AtOnce = 100;

    // How many could not be told, before all others: the next look goes on behind them, and begins anew where there is nothing left.
    private int _behind;

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public Task Run() => Run(AtOnce);

    /// <param name="atOnce">How many one look takes.</param>
    public async Task Run(int atOnce)
    {
        var failed = new List<Exception>();
        var kept = await holds.KeptBack(clock.NowMs() - Change.UndoWithinMs, atOnce, _behind);
        foreach (var one in kept)
        {
            // What cannot be told is tried again with a later look, and keeps nobody else's waiting. A database that is away tells nobody's.
            try
            {
                if ((await db.Write<Done>(tx => Tell(tx, one))).Refusal == Refusals.StorageAway) throw new StorageAwayException("What was kept back could not be told.");
            }
            catch (Exception error) when (error is not (OutOfMemoryException or StorageAwayException)) { failed.Add(error); }
        }
        _behind = kept.Count == atOnce ? _behind + failed.Count : 0;
        if (failed.Count > 0) throw new AggregateException(failed);
    }

    private async Task<Reply<Done>> Tell(Tx tx, KeptBack kept)
    {
        if (await threads.Lock(tx, kept.Thread) is not { } thread || !await holds.Tell(tx, kept.Thread, kept.Seq)) return Done.It;
        if (kept.Seq > 1)
        {
            // Its author's, as the hold was: whoever may not see the one sees no more of the other.
            var held = (await threads.Event(tx, thread.Id, kept.Seq))!;
            await writer.Append(tx, thread, new Entry(EventKinds.Hold, new Actor(held.AuthorKind, held.Author), Text: null, Key: null, Judged: new(Verdicts.Refused), OfHold: held.Seq));
            return Done.It;
        }
        // Withdrawn meanwhile, it has ended already.
        if (!thread.IsHeld) return Done.It;
        var closed = await writer.Step(tx, thread, ThreadMachine.Close(thread, Outcomes.Refused).Value!, Actor.Member(kept.DecidedBy));
        return closed.Refusal is { } refusal ? refusal : Done.It;
    }
}
