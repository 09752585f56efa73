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

/// <summary>Adding an answer to a published page.</summary>
[IgnoreAntiforgeryToken]
public sealed class AddAnswerModel(AnswersDesk desk, EditionStore editions, ReaderMarks marks, ProposeAnswer propose, CallLimits limits) : ReaderFormPage(desk)
{
    public Edition Edition { get; private set; } = new();

    public AnswerForm Form { get; private set; } = null!;

    private bool _isGone;

    public async Task<IActionResult> OnGet(string slug, string id) => await Finds(slug, id) && Edition.IsPublic ? Page() : NotFound();

    public Task<IActionResult> OnPost(string slug, string id, string? name, string? text, string? website) => TakeOrKeep(slug, () => Take(slug, id, name, text, website), () =>
    {
        (Edition, Title, Path) = (new(), R.AddTitle, $"/answers/{Site.Slug}/add/{Uri.EscapeDataString(id)}");
        Form = new(Link(Path), R, Language, name, text);
    });

    private async Task<IActionResult> Take(string slug, string id, string? name, string? text, string? website)
    {
        if (!await Finds(slug, id)) return NotFound();
        Form = Form with { Name = name, Text = text };
        if (!IsFromOurForm) return Explain(Refusals.NotAllowed);
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        // Programs fill every field; people do not see this one. They are thanked, and nothing is kept.
        if (!string.IsNullOrEmpty(website)) return SeeOther($"/answers/{Site.Slug}/told/thanks/{Edition.PublicId}");
        if (!Edition.IsPublic) return Explain(_isGone ? W.Refused(Refusals.NotFound.Code) : W.NotPublicNow, _isGone ? StatusCodes.Status410Gone : StatusCodes.Status409Conflict);
        var mark = await marks.Of(Site.Id, HttpContext.Connection.RemoteIpAddress);
        if (mark.Value is not { } reader) return Explain(mark.Refusal!);
        var key = ReaderKey.New();
        var proposed = await propose.Run(Site, Edition.PublicId, new(name, text), reader, key);
        return proposed.Value is { } taken ? SeeOther($"/answers/{Site.Slug}/answer/{taken.PublicId}", key.To(taken.KeyHash)) : Explain(proposed.Refusal!);
    }

    private async Task<bool> Finds(string slug, string id)
    {
        // What nobody could ever read is not there.
        if (!await Opens(slug) || await editions.Find(Site.Id, id) is not { } edition) return false;
        (var survivor, _isGone) = await Became.Of(editions, edition);
        if (survivor is null && edition is { IsPublic: false, PublishedAt: null }) return false;
        edition = survivor ?? edition;
        (Edition, Title, Path) = (edition, R.AddTitle, $"/answers/{Site.Slug}/add/{edition.PublicId}");
        Form = new(Link(Path), R, edition.Language);
        return true;
    }
}
