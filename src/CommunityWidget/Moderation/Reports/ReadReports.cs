using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>What somebody reported in a thread, and what became of it.</summary>
public sealed class ReadReports(ThreadAccess access, ReportStore reports)
{
    public async Task<Reply<IReadOnlyList<ReportView>>> Run(Caller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        return found.Value is { } thread
            ? new Reply<IReadOnlyList<ReportView>>([.. (await reports.By(thread.Id, caller.Id.ToString())).Select(report => report.View())])
            : found.Refusal!;
    }
}
