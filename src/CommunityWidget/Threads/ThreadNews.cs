using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>Tells both sides what a committed transaction changed.</summary>
public sealed class ThreadNews(ThreadReader reader, MemberStore members, SiteStore sites, INotices notices)
{
    public async Task Happened(ThreadRecord thread, EventRow row, IReadOnlyList<Guid> participants)
    {
        var told = await reader.Event(thread, row);
        var parties = new ThreadParties(thread.Visitor, participants, row.Author, row.ClientKey) { ByLink = thread.MayBeLinked, Masked = row.MaskedBody };
        if (!Sight.IsSameForAll(row.Kind, row.Audience, row.MaskedBody) && participants.Count > 0)
        {
            var known = (await members.Find([.. participants])).Select(Onlooker.Of).ToList();
            parties = parties with { Staff = [.. known.Where(m => m.IsStaff).Select(m => m.Id)], Moderators = [.. known.Where(m => m.Decides).Select(m => m.Id)] };
        }
        await notices.Event(parties, told);
    }

    public async Task StatusOf(Guid member)
    {
        if (await members.Find(member) is { } m) await notices.StatusChanged(member, Status(m, await sites.Get(m.Site)));
    }

    public Task ListsChanged(Guid site) => notices.WaitingChanged(site);

    public static MemberStatus Status(Member m, Site site) =>
        new(m.Intent == Intents.Available, m.Paused, (int)m.Seats, (int)m.Busy, m.OwesCharter(site), m.HasWord);
}
