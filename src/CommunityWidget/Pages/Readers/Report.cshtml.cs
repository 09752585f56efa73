using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>Reporting a published page, by anybody who reads it. Read, its address is that of a question called "Report".</summary>
[IgnoreAntiforgeryToken, OnlyPosted]
public sealed class ReportModel(AnswersDesk desk, EditionStore editions, ReaderMarks marks, FileReport file, CallLimits limits) : ReaderFormPage(desk)
{
    public Edition Edition { get; private set; } = new();

    public ReportFields Form { get; private set; } = null!;

    public Task<IActionResult> OnPost(string slug, string id, string? reason, string? words, string? website) => TakeOrKeep(slug, () => Take(slug, id, reason, words, website), () => Fill(new() { PublicId = id }, reason, words));

    private async Task<IActionResult> Take(string slug, string id, string? reason, string? words, string? website)
    {
        if (!await Opens(slug)) return NotFound();
        // Programs fill every field; people do not see this one. They are thanked, and nothing is kept.
        if (IsFromOurForm && !string.IsNullOrEmpty(website)) return Told("thanks");
        if (await Became.Public(editions, Site.Id, id) is not { } edition) return IsFromOurForm ? Told("refused") : NotFound();
        Fill(edition, reason, words);
        if (!IsFromOurForm) return Explain(Refusals.NotAllowed);
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        var key = ReaderKey.New();
        var filed = await Take(edition.PublicId, new(0, reason, words), key);
        if (filed.Value is { } report) return Told(report.PublicId, key.To(report.KeyHash));
        return filed.Refusal == Refusals.TextTooLong ? Explain(W.WordsTooLong, Problems.Status(filed.Refusal)) : Explain(filed.Refusal!);
    }

    private void Fill(Edition edition, string? reason, string? words)
    {
        var place = $"/answers/{Site.Slug}/{Uri.EscapeDataString(edition.PublicId)}";
        (Edition, Title, Path) = (edition, T.ReportTitle, edition.Slug.Length > 0 ? edition.Path(Site.Slug) : place);
        Form = new(Link($"{place}/report"), T) { Reason = reason, Words = words };
    }

    // Whoever is signed in here is known, and their word counts as in a conversation.
    private async Task<Reply<Report>> Take(string id, ReportRequest request, ReaderKey key)
    {
        if (HttpContext.Caller() is MemberCaller me && me.Site.Id == Site.Id) return await file.OfPage(me, id, request);
        var mark = await marks.Of(Site.Id, HttpContext.Connection.RemoteIpAddress);
        return mark.Value is { } reader ? await file.Run(Site, id, request, reader, key) : mark.Refusal!;
    }

    private IActionResult Told(string what, string? key = null) => SeeOther($"/answers/{Site.Slug}/report/{what}", key);
}
