using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Sites;

namespace CommunityWidget.Inbox;

/// <summary>Lines of an inbox as the wire has them, with which visitors are there just now.</summary>
public sealed class InboxRows(InboxStore inbox, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    public async Task<IReadOnlyList<InboxRow>> Of(Site site, IReadOnlyList<InboxLine> lines)
    {
        if (lines.Count == 0) return [];
        var beats = await queue.Beats(site.Id, [.. lines.Select(line => line.Visitor).Distinct()], clock.NowMs());
        return [.. lines.Select(line => new InboxRow(
            line.PublicId,
            line.State,
            line.Outcome,
            site.Ladder.KindOf((int)line.Rung),
            line.Fence,
            line.Text ?? "",
            line.Language,
            line.Topic,
            line.AskedAt,
            line.ClosedAt ?? line.LastEventAt,
            line.Since,
            Due(site, line),
            line.Asker,
            line.Holder,
            line.Page,
            line.Product,
            presence.Here(beats, line.Visitor),
            (int)line.Asked,
            line.TagList,
            line.State == ThreadStates.Closed ? null : line.SnoozedUntil,
            line.Assignee))];
    }

    // Nobody is late while the shop is closed, or with what they have put aside themselves.
    private static long? Due(Site site, InboxLine line)
    {
        if (line is not { Since: { } since, SnoozedUntil: null } || line.State == ThreadStates.Closed || site.AnswerMinutes == 0) return null;
        var (from, target) = (DateTimeOffset.FromUnixTimeMilliseconds(since), TimeSpan.FromMinutes(site.AnswerMinutes));
        return (site.Hours.IsReadable ? site.Hours.After(from, target) : from + target)?.ToUnixTimeMilliseconds();
    }

    /// <summary>The line of a thread as it is now.</summary>
    public async Task<InboxRow> Of(Site site, Guid thread) => (await Of(site, [(await inbox.Line(thread))!]))[0];
}
