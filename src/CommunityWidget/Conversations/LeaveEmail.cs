using System.Net.Mail;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The visitor leaves an address for the answer. Never sent back, never shown to members.</summary>
public sealed class LeaveEmail(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer)
{
    private const int Longest = 254;

    public async Task<Reply<Done>> Run(VisitorCaller caller, string threadId, string? email)
    {
        var address = email?.Trim();
        if (address is null || address.Length > Longest || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address || !parsed.Host.Contains('.'))
            return Refusals.EmailNotUsable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.State == ThreadStates.Closed) return Refusals.ThreadClosed;
            await writer.Change(tx, locked, locked with { Email = address });
            return Done.It;
        });
    }
}
