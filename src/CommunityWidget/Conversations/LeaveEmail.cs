using System.Globalization;
using System.Net.Mail;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>
/// The visitor leaves an address for the answer. It is sent one link, and nothing else before that is pressed; it is never sent back and
/// never shown to members.
/// </summary>
public sealed class LeaveEmail(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, LaterMail later, ReaderMarks marks, TimeProvider clock)
{
    public const long DayMs = 24L * 3_600 * 1_000;

    /// <summary>The same address again so soon was left once: pressed twice, or sent again by a line whose answer got lost.</summary>
    public const long DoubleClickMs = 10_000;

    private const int Longest = 254, LongestHost = 253;

    /// <param name="caller">Whose question it is.</param>
    /// <param name="threadId">Which.</param>
    /// <param name="email">As typed.</param>
    /// <param name="again">Whoever leaves the same once more wants another mail; a form that is sent twice does not.</param>
    public async Task<Reply<Done>> Run(VisitorCaller caller, string threadId, string? email, bool again = true)
    {
        if (Clean(email) is not { } address) return Refusals.EmailNotUsable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        // Before the transaction: the first of a day makes the day's key.
        var marked = await marks.Of(address);
        if (marked.Value is not { } mark) return marked.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.State == ThreadStates.Closed) return Refusals.ThreadClosed;
            if (!later.IsPossible) return Refusals.EmailOff;
            if (locked.Email == address && (!again || locked.EmailConfirmedAt is not null || await later.IsAskedSince(tx, locked.Id, clock.NowMs() - DoubleClickMs))) return Done.It;
            var confirmed = await later.WasConfirmed(tx, locked.Visitor, address);
            if (confirmed is null && await later.AskToConfirm(tx, locked, mark) is { } refusal) return refusal;
            await writer.Change(tx, locked, locked with { Email = address, EmailConfirmedAt = confirmed });
            return Done.It;
        });
    }

    // Not every server takes a host in other letters than these.
    private static bool IsWritable(string host)
    {
        try { return new IdnMapping().GetAscii(host).Length <= LongestHost; }
        catch (ArgumentException) { return false; }
    }

    /// <summary>The address as it is kept; null for what cannot be one for every mail server on the way: it is refused while its owner can still mend it.</summary>
    public static string? Clean(string? typed)
    {
        var address = typed?.Trim();
        if (address is null || address.Length > Longest || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address) return null;
        if (!parsed.Host.Contains('.') || !parsed.User.All(c => char.IsAscii(c) && !char.IsControl(c) && !char.IsWhiteSpace(c) && c != '"')) return null;
        return IsWritable(parsed.Host) ? $"{parsed.User}@{parsed.Host.ToLowerInvariant()}" : null;
    }
}
