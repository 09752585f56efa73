using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>Tells both sides what a committed transaction changed.</summary>
public sealed class ThreadNews(ThreadStore threads, ThreadReader reader, MemberStore members, SiteStore sites, INotices notices)
{
    public async Task Happened(ThreadRecord thread, EventRow row, IReadOnlyList<Guid> participants)
    {
        var told = await reader.Event(thread, row);
        await notices.Event(Parties(thread, row, participants, await Onlookers([row], participants)), told);
    }

    /// <summary>What these events say by now, to whoever is connected to this node; nothing is read while nobody is.</summary>
    public async Task Again(ThreadRecord thread, long since, IReadOnlyList<Guid> participants)
    {
        if (!notices.IsAnybodyHere(new(thread.Visitor, participants) { ByLink = thread.MayBeLinked }, thread.PublicId)) return;
        var rows = await threads.Rewritten(thread.Id, since);
        var (told, known) = (await reader.Events(thread, rows), await Onlookers(rows, participants));
        foreach (var (row, happened) in rows.Zip(told)) await notices.EventAgain(Parties(thread, row, participants, known), happened);
    }

    public async Task StatusOf(Guid member)
    {
        if (await members.Find(member) is { } m) await notices.StatusChanged(member, Status(m, await sites.Get(m.Site)));
    }

    public Task ListsChanged(Guid site) => notices.WaitingChanged(site);

    // Who reads what matters only where not everybody reads the same.
    private async Task<IReadOnlyList<Onlooker>> Onlookers(IReadOnlyList<EventRow> rows, IReadOnlyList<Guid> participants) =>
        participants.Count == 0 || rows.All(row => Sight.IsSameForAll(row.Kind, row.Audience, row.MaskedBody, row.Verdict)) ? [] : [.. (await members.Find([.. participants])).Select(Onlooker.Of)];

    private static ThreadParties Parties(ThreadRecord thread, EventRow row, IReadOnlyList<Guid> participants, IReadOnlyList<Onlooker> known) =>
        new(thread.Visitor, participants, row.Author, row.ClientKey)
        {
            ByLink = thread.MayBeLinked, Masked = row.MaskedBody, Staff = [.. known.Where(m => m.IsStaff).Select(m => m.Id)], Moderators = [.. known.Where(m => m.Decides).Select(m => m.Id)],
        };

    public static MemberStatus Status(Member m, Site site) =>
        new(m.Intent == Intents.Available, m.Paused, (int)m.Seats, (int)m.Busy, m.OwesCharter(site), m.HasWord);
}
