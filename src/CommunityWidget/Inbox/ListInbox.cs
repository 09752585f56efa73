using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>One page of a view. Its version is read first: what happens while its rows are read comes again as a change.</summary>
public sealed class ListInbox(InboxStore inbox, InboxRows rows, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<Reply<InboxPage>> Run(MemberCaller caller, string? view, InboxFilter filter, string? after, int limit)
    {
        if (InboxSection.Of(view) is not { } sections) return Refusals.NotUnderstood;
        var version = await inbox.Version(caller.Site.Id);
        var place = InboxPlace.Read(after);
        var wanted = Math.Clamp(limit, 1, Most);
        var found = new List<(ThreadRecord Thread, InboxPlace Place)>();
        for (var number = place?.Section ?? 0; number < sections.Count && found.Count <= wanted; number++)
        {
            var section = sections[number];
            // One more than is shown tells whether there is more.
            var of = await inbox.Threads(caller, section, filter, place?.Section == number ? place : null, wanted + 1 - found.Count);
            found.AddRange(of.Select(thread => (thread, InboxPlace.Of(number, section, thread))));
        }
        var shown = found.Take(wanted).ToList();
        return new InboxPage(
            version,
            clock.NowMs(),
            caller.Site.AnswerMinutes * 60_000,
            await rows.Of(caller.Site, [.. shown.Select(f => f.Thread)]),
            found.Count > wanted ? shown[^1].Place.ToString() : null);
    }

    /// <summary>The newest version, and how many stand on each view.</summary>
    public async Task<InboxHead> Head(MemberCaller caller) => new(
        await inbox.Version(caller.Site.Id),
        await inbox.Count(caller, InboxSection.Of(InboxViews.Unassigned)!),
        await inbox.Count(caller, InboxSection.Of(InboxViews.Mine)!),
        await inbox.Count(caller, InboxSection.Of(InboxViews.Snoozed)!));
}
