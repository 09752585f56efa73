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

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run()
    {
        var failed = new List<Exception>();
        foreach (var kept in await holds.KeptBack(clock.NowMs() - Change.UndoWithinMs, AtOnce))
        {
            // What cannot be told is tried again with the next look, and keeps nobody else's waiting.
            try { await db.Write<Done>(tx => Tell(tx, kept)); }
            catch (Exception error) when (error is not OutOfMemoryException) { failed.Add(error); }
        }
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
