using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>Writes what a member's sanctions come to into their row, and tells everybody who goes by it: the member, matching, open sockets on every node.</summary>
public sealed class SettleConduct(SanctionStore sanctions, MemberConduct conduct, Outbox outbox, Mailer mailer, ThreadNews news, ConductSignal signal, TimeProvider clock)
{
    /// <param name="tx">The change's own transaction.</param>
    /// <param name="member">As locked.</param>
    /// <param name="about">The sanction that changed.</param>
    /// <param name="letter">Which mail tells of it.</param>
    public async Task Run(Tx tx, Member member, Sanction about, string letter)
    {
        var active = await sanctions.Active(tx, member.Id, clock.NowMs());
        var shut = LastEnd(active.Where(sanction => SanctionKinds.ShutsOut(sanction.Kind)));
        // An admin may have shut the account for a reason of their own: that is not ours to open, nor to end before its time. What shuts nobody out opens nothing either.
        var isOurs = SanctionKinds.ShutsOut(about.Kind) && member.SuspendedUntil == EndOf(about);
        if (member.SuspendedUntil is { } until && !isOurs && !(shut >= until)) shut = until;
        await conduct.Save(tx, member.Id, shut, LastEnd(active.Where(sanction => sanction.Kind == SanctionKinds.Probation)));
        await outbox.Add(tx, MemberNews.Changed, member.Id, seq: 0);
        if (mailer.IsConfigured) await outbox.Add(tx, letter, about.Id, seq: 0);
        tx.AfterCommit(async () =>
        {
            signal.Raise();
            await news.StatusOf(member.Id);
        });
    }

    private static long EndOf(Sanction sanction) => sanction.EndsAt ?? MemberConduct.Open;

    private static long? LastEnd(IEnumerable<Sanction> active) => active.Select(EndOf).Cast<long?>().DefaultIfEmpty(null).Max();
}
