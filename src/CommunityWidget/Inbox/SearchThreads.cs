using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Inbox;

/// <summary>All threads of a site in which every word was said, whatever their state; what happened last first, what was had elsewhere after all that was had here.</summary>
public sealed class SearchThreads(InboxStore inbox, InboxRows rows, TimeProvider clock)
{
    public async Task<Reply<InboxPage>> Run(MemberCaller caller, string? typed, InboxFilter filter, string? after, int limit)
    {
        if (!filter.IsReadable) return Refusals.NotUnderstood;
        var (words, wanted) = (SearchWords.Typed(typed), Math.Clamp(limit, 1, ListInbox.Most));
        if (words.Count == 0) return new InboxPage(await inbox.Version(caller.Site.Id), clock.NowMs(), 0, [], null);
        var below = long.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : long.MaxValue;
        var (version, found) = await inbox.Search(caller, words, filter, below, wanted + 1);
        IReadOnlyList<InboxLine> shown = [.. found.Take(wanted)];
        return new InboxPage(
            version,
            clock.NowMs(),
            caller.Site.AnswerMinutes * 60_000,
            await rows.Of(caller.Site, shown),
            found.Count > wanted ? shown[^1].Place.ToString(CultureInfo.InvariantCulture) : null);
    }
}
