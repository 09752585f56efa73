using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>The shop's own people ask a visitor to pause, from the conversation; on every node within seconds, and taken back the same way.</summary>
public sealed class SilenceVisitor(Db db, ThreadAccess access, Silences silences, BlockedPlaces places, ConductSignal signal, AuditLog audit, TimeProvider clock)
{
    /// <summary>A month.</summary>
    public const int MostMinutes = 30 * 24 * 60;

    /// <param name="by">Who asks.</param>
    /// <param name="threadId">The conversation whose visitor it is.</param>
    /// <param name="minutes">For how long; 0 lets them write again. A pause or a block that lasts longer already goes on, each to its own end.</param>
    /// <param name="block">Nor anybody new from where they write, for the rest of the day.</param>
    public async Task<Reply<VisitorSilenced>> Run(MemberCaller by, string threadId, int minutes, bool block = false)
    {
        if (minutes is < 0 or > MostMinutes) return Refusals.SilenceOutOfRange;
        var found = await access.Read(by, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var written = await db.Write<VisitorSilenced>(async tx =>
        {
            // Whoever was erased is nobody to pause; what is left of them closes their lines.
            var standing = await tx.Find<Standing>(
                $"select silenced_until, {Silences.EndOfBlock} from visitors where id = @Visitor and token_hash not like @erased{tx.Dialect.ForUpdate}", new { thread.Visitor, erased = Silences.ErasedMark + "%" });
            if (standing is null) return Refusals.NotFound;
            var now = clock.NowMs();
            var end = now + (minutes * 60_000L);
            long? until = minutes == 0 ? null : Math.Max(end, standing.SilencedUntil ?? 0);
            var blockedUntil = Math.Max(block ? end : 0, standing.BlockedUntil ?? 0) is var last && until is not null && last > now ? last : (long?)null;
            await tx.Execute(
                "update visitors set silenced_until = @until, blocked = @blocked, blocked_until = @blockedUntil where id = @Visitor", new { until, blocked = blockedUntil is not null, blockedUntil, thread.Visitor });
            if (blockedUntil is { } shut) await places.Shut(tx, thread.Visitor, shut);
            else await tx.Execute("delete from blocked_places where visitor = @Visitor", new { thread.Visitor });
            await audit.Changed(tx, by, until is null ? "visitor.let_write" : "visitor.silenced", thread.PublicId, "", JsonSerializer.Serialize(new { minutes, block }));
            return new VisitorSilenced(until);
        });
        if (written.Value is null) return written;
        await silences.Refresh();
        await places.Refresh();
        signal.Raise();
        return written;
    }

    private sealed record Standing
    {
        public long? SilencedUntil { get; init; }
        public long? BlockedUntil { get; init; }
    }
}
