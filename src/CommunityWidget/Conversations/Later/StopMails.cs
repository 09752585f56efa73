using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>No more mails about a question: its address is forgotten. The answers stay where they were written.</summary>
public sealed class StopMails(FollowLink follow, ThreadWriter writer)
{
    public Task<Reply<MailedThread>> Run(string? secret) => follow.Run(secret, LinkPurposes.Stop, async (tx, thread) =>
        thread.Email is null ? thread : await writer.Change(tx, thread, thread with { Email = null, EmailConfirmedAt = null }));
}
