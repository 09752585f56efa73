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
            line.Asker,
            line.Holder,
            line.Page,
            line.Product,
            presence.Here(beats, line.Visitor),
            (int)line.Asked,
            line.TagList,
            line.SnoozedUntil))];
    }

    /// <summary>The line of a thread as it is now.</summary>
    public async Task<InboxRow> Of(Site site, Guid thread) => (await Of(site, [(await inbox.Line(thread))!]))[0];
}
