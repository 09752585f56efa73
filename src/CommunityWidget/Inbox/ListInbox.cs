using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Inbox;

/// <summary>One page of a view. Its version is read first: what happens while its rows are read comes again as a change.</summary>
public sealed class ListInbox(InboxStore inbox, InboxRows rows, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<Reply<InboxPage>> Run(MemberCaller caller, string? view, InboxFilter filter, string? after, int limit)
    {
        if (InboxSection.Of(view) is not { } sections || !filter.IsReadable) return Refusals.NotUnderstood;
        var place = InboxPlace.Read(after);
        var wanted = Math.Clamp(limit, 1, Most);
        var (version, found) = ((long?)null, new List<(InboxLine Line, InboxPlace Place)>());
        for (var number = place?.Section ?? 0; number < sections.Count && found.Count <= wanted; number++)
        {
            // One more than is shown tells whether there is more.
            var page = await inbox.Page(caller, sections[number], filter, place?.Section == number ? place : null, wanted + 1 - found.Count, version);
            version = page.Version;
            found.AddRange(page.Lines.Select(line => (line, new InboxPlace(number, line.Place, line.Id))));
        }
        var shown = found.Take(wanted).ToList();
        return new InboxPage(
            version ?? await inbox.Version(caller.Site.Id),
            clock.NowMs(),
            caller.Site.AnswerMinutes * 60_000,
            await rows.Of(caller.Site, [.. shown.Select(f => f.Line)]),
            found.Count > wanted ? shown[^1].Place.ToString() : null);
    }

    /// <summary>The newest version, and how many stand on each view.</summary>
    public async Task<InboxHead> Head(MemberCaller caller)
    {
        var (version, counted) = await inbox.Counts(caller, InboxViews.Unassigned, InboxViews.Mine, InboxViews.Snoozed, InboxSection.Given);
        return new(version, counted[0], counted[1], counted[2], counted[3]);
    }
}
