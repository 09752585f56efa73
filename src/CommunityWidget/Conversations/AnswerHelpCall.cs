using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Whoever was asked into a conversation comes, or does not; whoever asked is told.</summary>
public sealed class AnswerHelpCall(Db db, HelpCallStore calls, ThreadStore threads, ThreadWriter writer, ParticipantStore participants, EndHelpCall end, TimeProvider clock)
{
    /// <summary>Comes as a helper. Of several who were asked for a topic, the first is enough.</summary>
    public async Task<Reply<ThreadRecord>> Accept(MemberCaller caller, Guid id)
    {
        if (await Mine(caller, id) is not { } call) return Refusals.NotFound;
        return await db.Write<ThreadRecord>(async tx =>
        {
            var thread = (await threads.Lock(tx, call.Thread))!;
            // Pressed twice, or joined by hand meanwhile.
            var there = (await participants.Current(tx, thread.Id)).Contains(caller.Id);
            if (call.State != HelpCallStates.Open || call.Deadline <= clock.NowMs()) return there ? thread : Refusals.HelpCallOver;
            // The call stays open: they may agree and come.
            if (!there && caller.Member.OwesCharter(caller.Site)) return Refusals.CharterFirst;
            if (!await end.Run(tx, call, HelpCallStates.Accepted)) return there ? thread : Refusals.HelpCallOver;
            if (call.Topic is not null)
            {
                foreach (var other in (await calls.OpenOf(tx, thread.Id)).Where(c => c.Topic == call.Topic && c.Asker == call.Asker))
                    await end.Run(tx, other, HelpCallStates.Withdrawn);
            }
            if (there) return thread;
            var step = ThreadMachine.Join(thread, caller.Id);
            return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.Member(caller.Id));
        });
    }

    public async Task<Reply<Done>> Decline(MemberCaller caller, Guid id)
    {
        if (await Mine(caller, id) is not { } call) return Refusals.NotFound;
        return await db.Write<Done>(async tx =>
        {
            await threads.Lock(tx, call.Thread);
            await end.Run(tx, call, HelpCallStates.Declined);
            return Done.It;
        });
    }

    private async Task<HelpCall?> Mine(MemberCaller caller, Guid id) => await calls.Find(id) is { } call && call.Member == caller.Id ? call : null;
}

/// <summary>Ends a call for help and tells both sides after the commit.</summary>
public sealed class EndHelpCall(HelpCallStore calls, ThreadStore threads, MemberStore members, INotices notices, TimeProvider clock)
{
    public async Task<bool> Run(Tx tx, HelpCall call, string state)
    {
        if (!await calls.End(tx, call, state, clock.NowMs())) return false;
        tx.AfterCommit(() => Tell(call, state));
        return true;
    }

    private async Task Tell(HelpCall call, string state)
    {
        await notices.HelpCallEnded(call.Member, new(call.Id.ToString(), state));
        // Who is not needed any more is no news to whoever asked.
        if (state == HelpCallStates.Withdrawn || await threads.Find(call.Thread) is not { } thread) return;
        if (await members.Find(call.Member) is { } member) await notices.HelpCallAnswered(call.Asker, new(thread.PublicId, call.Id.ToString(), member.AsPerson(), state));
    }
}

/// <summary>Calls nobody answered in time end by themselves, and those into a conversation that is over.</summary>
public sealed class ExpireHelpCalls(Db db, HelpCallStore calls, ThreadStore threads, EndHelpCall end, TimeProvider clock) : IChore
{
    public const int EveryMs = 2_000;

    public TimeSpan Every => TimeSpan.FromMilliseconds(EveryMs);

    public async Task Run()
    {
        foreach (var call in await calls.Over(clock.NowMs()))
        {
            await db.Write<Done>(async tx =>
            {
                var thread = await threads.Lock(tx, call.Thread);
                await end.Run(tx, call, thread?.State == ThreadStates.Live ? HelpCallStates.Expired : HelpCallStates.Withdrawn);
                return Done.It;
            });
        }
    }
}
