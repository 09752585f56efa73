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
        var parties = new ThreadParties(thread.Visitor, participants, row.Author, row.ClientKey) { ByLink = thread.MayBeLinked, Volunteers = await Volunteers(row, participants) };
        await notices.Event(parties, told);
    }

    private async Task<IReadOnlyList<Guid>> Volunteers(EventRow row, IReadOnlyList<Guid> participants) => row.Audience != Audiences.Staff
        ? []
        : [.. participants.Except((await members.Find([.. participants])).Where(m => m.IsStaff).Select(m => m.Id))];

    public async Task StatusOf(Guid member)
    {
        if (await members.Find(member) is { } m) await notices.StatusChanged(member, Status(m, await sites.Get(m.Site)));
    }

    public Task ListsChanged(Guid site) => notices.WaitingChanged(site);

    public static MemberStatus Status(Member m, Site site) =>
        new(m.Intent == Intents.Available, m.Paused, (int)m.Seats, (int)m.Busy, m.OwesCharter(site), m.HasWord);
}
