using CommunityWidget.Conversations.Later;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>What is kept for a while only: client keys, links of mails, addresses that nobody confirmed and how often they were asked; and what is watched for a while.</summary>
public sealed class ForgetOld(Idempotency keys, MailLinks links, LaterMail mails, ScheduleAnswers answers, VisitorStore visitors, VisitorSessions sessions) : IChore
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run()
    {
        await keys.Forget();
        await links.ForgetUnconfirmed();
        await links.Forget();
        await mails.Forget();
        await answers.LeaveOld();
        await visitors.ForgetPasses();
        await sessions.Forget();
    }
}
