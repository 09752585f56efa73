using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Somebody who is nobody any more helps nowhere and says nothing behind an answer of theirs, and what they were given is nobody's again. What they hold goes on with somebody else, which is for matching.</summary>
public sealed class LeaveThreads(ThreadWriter writer, ParticipantStore participants, TimeProvider clock)
{
    private const string There = """
        select * from threads where site = @site and state <> 'closed' and (state <> 'live' or responder <> @member)
            and (id in (select thread from participants where member = @member and left_at is null) or (state = 'parked' and outcome is null and wanted_member = @member))
        order by id
        """;

    /// <summary>To be called before the member's own row is locked: threads come before the members in them, everywhere.</summary>
    public async Task Run(Tx tx, Guid site, Guid member)
    {
        foreach (var thread in await tx.Query<ThreadRecord>($"{There}{tx.Dialect.ForUpdate}", new { site, member }))
        {
            if (thread.Assignee == member) await writer.Step(tx, thread, ThreadMachine.Assign(thread, null, null, null, ThreadMachine.Unassigned, clock.NowMs()).Value!, Actor.System);
            else if (thread.State == ThreadStates.Parked) await participants.Leave(tx, thread.Id, member, "left", clock.NowMs());
            else await writer.Step(tx, thread, ThreadMachine.Leave(thread, member).Value!, Actor.System);
        }
    }
}
