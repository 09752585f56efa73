using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>The shop's own people ask a visitor to pause, from the conversation; on every node within seconds, and taken back the same way.</summary>
public sealed class SilenceVisitor(Db db, ThreadAccess access, Silences silences, ConductSignal signal, AuditLog audit, TimeProvider clock)
{
    /// <summary>A month.</summary>
    public const int MostMinutes = 30 * 24 * 60;

    /// <param name="by">Who asks.</param>
    /// <param name="threadId">The conversation whose visitor it is.</param>
    /// <param name="minutes">For how long; 0 lets them write again.</param>
    /// <param name="block">Nor anybody new from where they write, for the rest of the day.</param>
    public async Task<Reply<VisitorSilenced>> Run(MemberCaller by, string threadId, int minutes, bool block = false)
    {
        if (minutes is < 0 or > MostMinutes) return Refusals.SilenceOutOfRange;
        var found = await access.Read(by, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        long? until = minutes == 0 ? null : clock.NowMs() + (minutes * 60_000L);
        var written = await db.Write<VisitorSilenced>(async tx =>
        {
            await tx.Execute("update visitors set silenced_until = @until, blocked = @blocked where id = @Visitor", new { until, blocked = block && until is not null, thread.Visitor });
            if (!block || until is null) await tx.Execute("delete from blocked_places where visitor = @Visitor", new { thread.Visitor });
            await audit.Changed(tx, by, until is null ? "visitor.let_write" : "visitor.silenced", thread.PublicId, "", JsonSerializer.Serialize(new { minutes, block }));
            return new VisitorSilenced(until);
        });
        if (written.Value is null) return written;
        await silences.Refresh();
        signal.Raise();
        return written;
    }
}
