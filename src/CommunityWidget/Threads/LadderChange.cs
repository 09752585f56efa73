using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>A site's ladder was changed under questions that stand on it: each goes on where the new one has its like.</summary>
public sealed class LadderChange
{
    /// <summary>In the transaction that saves the ladder. A wave more, so that nothing decided on the old ladder is applied.</summary>
    public async Task Follow(Tx tx, Guid site, Ladder before, Ladder after, long now)
    {
        var moves = Enumerable.Range(1, before.Parked).Select(rung => (From: rung, To: Follow(before, after, rung))).Where(m => m.From != m.To).ToList();
        // Numbers of ours only: nothing typed stands in the statement.
        var rung = moves.Count == 0 ? "rung" : $"case rung {string.Join(' ', moves.Select(m => $"when {m.From} then {m.To}"))} else rung end";
        await tx.Execute(
            $"""
            update threads set rung = {rung}, rung_entered_at = case when state = 'waiting' then @now else rung_entered_at end,
                wave = case when state = 'waiting' then wave + 1 else wave end
            where site = @site and state <> 'closed'
            """,
            new { site, now });
        if (moves.Count > 0) await tx.Execute($"update offers set rung = {rung} where site = @site and state = 'open'", new { site });
    }

    /// <summary>The like of a rung: parked stays parked; else the nearest of the same kind; else the one at the same height.</summary>
    public static int Follow(Ladder before, Ladder after, int rung)
    {
        var kind = before.KindOf(rung);
        if (kind == RungKinds.Parked) return after.Parked;
        var alike = Enumerable.Range(1, after.Rungs.Count).Where(number => after.KindOf(number) == kind).ToList();
        return alike.Count > 0 ? alike.MinBy(number => Math.Abs(number - rung)) : Math.Min(rung, after.Rungs.Count);
    }
}
