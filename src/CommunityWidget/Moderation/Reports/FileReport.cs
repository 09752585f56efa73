using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>
/// Somebody reports a message or a page. Enough trusted people, and the page is out of sight until a moderator decides. Trusted is who is known
/// here and was seldom wrong: readers of pages are counted by the day only, so theirs are read and hide nothing by themselves.
/// </summary>
public sealed class FileReport(Db db, ThreadAccess access, ThreadStore threads, EditionStore editions, ReportStore reports, TimeProvider clock)
{
    private const long DayMs = 24L * 3_600 * 1_000;

    private const int MostADay = 10, MostOfReader = 3, WrongOften = 3;

    /// <summary>A visitor or member, about what they may read.</summary>
    public async Task<Reply<ReportView>> Run(Caller caller, string threadId, ReportRequest request)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var there = request.Seq == 0 ? await editions.Of(thread.Id) is { State: Publications.Published } : MayBeReported(await threads.Event(thread.Id, request.Seq), caller);
        if (!there) return Refusals.NotFound;
        var reporter = new Reporter(caller is MemberCaller ? Reporter.Member : Reporter.Visitor, caller.Id.ToString());
        return await Store(caller.Site, thread, request, reporter);
    }

    /// <summary>A reader of a public page, known for today only.</summary>
    public Task<Reply<ReportView>> Run(Site site, string publicId, ReportRequest request, string mark) => OfPage(site, publicId, request, new(Reporter.Reader, mark));

    /// <summary>A member who reads a public page, whoever answered there: known, and trusted like those who did.</summary>
    public Task<Reply<ReportView>> OfPage(MemberCaller by, string publicId, ReportRequest request) => OfPage(by.Site, publicId, request, new(Reporter.Member, by.Id.ToString()));

    private async Task<Reply<ReportView>> OfPage(Site site, string publicId, ReportRequest request, Reporter by)
    {
        if (await editions.Find(site.Id, publicId) is not { IsPublic: true } page || await threads.Find(page.Thread) is not { } thread) return Refusals.NotFound;
        return await Store(site, thread, request with { Seq = 0 }, by);
    }

    private static bool MayBeReported(EventRow? row, Caller caller) =>
        row is { Kind: EventKinds.Message, Audience: Audiences.All, Body: not null } && row.Author != caller.Id && !(caller is VisitorCaller && row.AuthorKind != "member");

    private async Task<Reply<ReportView>> Store(Site site, ThreadRecord thread, ReportRequest request, Reporter by)
    {
        if (request.Reason is not (ReportReasons.Unkind or ReportReasons.Spam or ReportReasons.Personal or ReportReasons.Wrong or ReportReasons.Other)) return Refusals.NotUnderstood;
        var words = ReviewThread.Note(request.Words);
        if (words?.Refusal is { } unusable) return unusable;
        return await db.Write<ReportView>(async tx =>
        {
            // What somebody reports in the same moment is counted one after the other.
            await tx.Lock($"reports of {by.Id}");
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (await reports.By(tx, locked.Id, request.Seq, by.Id) is { } before) return before.View();
            var (now, today) = (clock.NowMs(), await reports.Since(tx, by.Id, clock.NowMs() - DayMs));
            if (today.Made >= (by.Kind == Reporter.Reader ? MostOfReader : MostADay)) return Refusals.TooManyReports;
            var report = new Report
            {
                Id = clock.NewId(),
                PublicId = ThreadStore.NewPublicId(),
                Site = site.Id,
                Thread = locked.Id,
                Seq = request.Seq,
                ReporterKind = by.Kind,
                Reporter = by.Id,
                Trusted = await IsTrusted(tx, locked, by, now),
                Reason = request.Reason,
                Words = words?.Value,
                At = now,
            };
            await reports.Add(tx, report);
            if (report.Trusted && await reports.AreEnough(tx, site, locked.Id)) await editions.Hide(tx, locked.Id, now);
            return report.View();
        });
    }

    private async Task<bool> IsTrusted(Tx tx, ThreadRecord thread, Reporter by, long now)
    {
        if (by.Kind == Reporter.Reader || (await reports.Since(tx, by.Id, now - (30 * DayMs))).Dismissed >= WrongOften) return false;
        // Whoever only asked and was answered by nobody is anybody.
        return by.Kind == Reporter.Member || thread.Responder is not null;
    }
}
