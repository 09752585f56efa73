using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Charters;

/// <summary>A member agrees to the charter as it stands; what waits for people like them is looked at anew.</summary>
public sealed class AcceptCharter(Db db, CharterStore charters, Outbox outbox, ThreadNews news, TimeProvider clock)
{
    /// <param name="caller">Who agrees.</param>
    /// <param name="version">What they read: another one may have come meanwhile.</param>
    /// <param name="language">In which language.</param>
    public async Task<Reply<Done>> Run(MemberCaller caller, long version, string language)
    {
        if (await charters.For(caller.Site, language) is not { } text || text.Version > version || version > caller.Site.CharterVersion) return Refusals.ChangedMeanwhile;
        return await db.Write<Done>(async tx =>
        {
            // What they read may have been taken back, and others have come behind it.
            if (!await charters.Has(tx, caller.Site.Id, version)) return Refusals.ChangedMeanwhile;
            await tx.Execute("update members set charter_accepted = @version where id = @Id and charter_accepted < @version", new { caller.Id, version });
            await tx.Execute(
                "insert into charter_acceptances (member, version, language, accepted_at) values (@Id, @version, @language, @now) on conflict do nothing",
                new { caller.Id, version, language = text.Language, now = clock.NowMs() });
            await outbox.Add(tx, MemberNews.Changed, caller.Id, seq: 0);
            tx.AfterCommit(() => news.StatusOf(caller.Id));
            return Done.It;
        });
    }
}
