using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>
/// Somebody reports a message, the words of a rating or a page; again, where it says something else since it was decided. Enough trusted people, and the page is out of sight until a moderator decides. Trusted is who is known
/// here and was seldom wrong: readers of pages are counted by the day only, so theirs are read and hide nothing by themselves.
/// </summary>
public sealed class FileReport(Db db, ThreadAccess access, ThreadStore threads, EditionStore editions, ReportStore reports, OutOfSight sight, TimeProvider clock)
{
    private const int MostADay = 10, MostOfReader = 3, WrongOften = 3;

    /// <summary>A visitor or member, about what they may read.</summary>
    public async Task<Reply<ReportView>> Run(Caller caller, string threadId, ReportRequest request)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var there = request.Seq == 0 ? await editions.Of(thread.Id) is { State: Publications.Published } : MayBeReported(await threads.Event(thread.Id, request.Seq), caller);
        if (!there) return Refusals.NotFound;
        var reporter = new Reporter(caller is MemberCaller ? Reporter.Member : Reporter.Visitor, caller.Id.ToString());
        var filed = await Store(caller.Site, thread, request, reporter, key: null);
        return filed.Value is { } report ? report.View() : filed.Refusal!;
    }

    /// <summary>A reader of a public page, known for today only, and what they have to show later that it is theirs.</summary>
    public Task<Reply<Report>> Run(Site site, string publicId, ReportRequest request, string mark, ReaderKey? key = null) => OfPage(site, publicId, request, new(Reporter.Reader, mark), key);

    /// <summary>A member who reads a public page, whoever answered there: known, and trusted like those who did.</summary>
    public Task<Reply<Report>> OfPage(MemberCaller by, string publicId, ReportRequest request) => OfPage(by.Site, publicId, request, new(Reporter.Member, by.Id.ToString()), key: null);

    private async Task<Reply<Report>> OfPage(Site site, string publicId, ReportRequest request, Reporter by, ReaderKey? key)
    {
        if (await editions.Find(site.Id, publicId) is not { IsPublic: true } page || await threads.Find(page.Thread) is not { } thread) return Refusals.NotFound;
        return await Store(site, thread, request with { Seq = 0 }, by, key);
    }

    private static bool MayBeReported(EventRow? row, Caller caller) =>
        row is { Kind: EventKinds.Message or EventKinds.Rating, Audience: Audiences.All, Body: not null } and not { Kind: EventKinds.Rating, Verdict: Verdicts.Refused } && row.Author != caller.Id && !(caller is VisitorCaller && row.AuthorKind != "member");

    private async Task<Reply<Report>> Store(Site site, ThreadRecord thread, ReportRequest request, Reporter by, ReaderKey? key)
    {
        if (request.Reason is not (ReportReasons.Unkind or ReportReasons.Spam or ReportReasons.Personal or ReportReasons.Wrong or ReportReasons.Other)) return Refusals.NotUnderstood;
        var words = ReviewThread.Note(request.Words);
        if (words?.Refusal is { } unusable) return unusable;
        return await db.Write<Report>(async tx =>
        {
            // What somebody reports in the same moment is counted one after the other.
            await tx.Lock($"reports of {by.Id}");
            var locked = (await threads.Lock(tx, thread.Id))!;
            var now = clock.NowMs();
            var before = await reports.By(tx, locked.Id, request.Seq, by.Id);
            if (before is not null && !await reports.IsOutdated(tx, before)) return await Again(tx, before, request.Reason, words?.Value, key, now);
            var today = await reports.Since(tx, by.Id, now - ReportStore.DayMs);
            if (by.Kind == Reporter.Reader && today.Made >= MostOfReader) return Refusals.TooManyReports.After(ReaderMarks.Left(now));
            if (today.Made >= MostADay) return Refusals.TooManyReports;
            var report = new Report
            {
                Id = before?.Id ?? clock.NewId(),
                PublicId = before?.PublicId ?? ThreadStore.NewPublicId(),
                Site = site.Id,
                Thread = locked.Id,
                Seq = request.Seq,
                ReporterKind = by.Kind,
                Reporter = by.Id,
                Trusted = await IsTrusted(tx, locked, by, now),
                Reason = request.Reason,
                Words = words?.Value,
                KeyHash = key?.Hash,
                At = now,
            };
            if (before is null) await reports.Add(tx, report);
            else await reports.Renew(tx, report);
            if (report.Trusted) await sight.HideReported(tx, site, locked.Id);
            return report;
        });
    }

    // Whoever pressed twice is told of the second: its key is the one they have. What was erased stays so for the day.
    private async Task<Report> Again(Tx tx, Report before, string reason, string? words, ReaderKey? key, long now)
    {
        var isSame = before.State != ReportStates.Erased && before.Reason == reason && (before.Words ?? "") == (words ?? "") && ReaderKey.IsPressedTwice(before.At, now);
        if (key is null || !isSame) return before;
        await reports.SetKey(tx, before.Id, key.Hash);
        return before with { KeyHash = key.Hash };
    }

    private async Task<bool> IsTrusted(Tx tx, ThreadRecord thread, Reporter by, long now)
    {
        if (by.Kind == Reporter.Reader || (await reports.Since(tx, by.Id, now - ReportStore.MonthMs)).Dismissed >= WrongOften) return false;
        // Whoever only asked and was answered by nobody is anybody.
        return by.Kind == Reporter.Member || thread.Responder is not null;
    }
}
