using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>Where whoever asked by a form is sent. Its address opens the conversation: the secret stands behind the <c>#</c>, which no server is told.</summary>
public sealed class AskedModel(AnswersDesk desk, EditionStore editions) : ReaderFormPage(desk)
{
    /// <summary>The page it was asked from; null where there was none, or it is not public any more.</summary>
    public string? Back { get; private set; }

    public bool WasWritten { get; private set; }

    /// <summary>Why no mail can come although an address was left.</summary>
    public string? NoMail { get; private set; }

    // They would lose what stands behind the #.
    public override IEnumerable<string> OtherLanguages => [];

    public async Task<IActionResult> OnGet(string slug, string? mail, string? about)
    {
        if (!await Opens(slug)) return NotFound();
        (Title, Path, WasWritten) = (W.Asked, $"/answers/{Site.Slug}/asked", mail == AskedByForm.Written);
        NoMail = mail is null or AskedByForm.Written ? null : mail == "email_off" ? W.MailOff : W.Refused(mail);
        if (ThreadStore.IsPublicId(about) && await editions.Find(Site.Id, about) is { IsPublic: true } page) Back = page.Path(Site.Slug);
        return Page();
    }
}
