using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>Asking by a plain form, for whoever has no script: the answer comes by e-mail, or to the one link they are shown.</summary>
[IgnoreAntiforgeryToken]
public sealed class AskModel(AnswersDesk desk, EditionStore editions, AskByForm ask) : ReaderFormPage(desk)
{
    public QuestionForm Form { get; private set; } = null!;

    /// <summary>Set once it is asked.</summary>
    public AskedByForm? Asked { get; private set; }

    // What is shown once would be gone with the page that shows it.
    public override IEnumerable<string> OtherLanguages => Asked is null ? base.OtherLanguages : [];

    public async Task<IActionResult> OnGet(string slug, string? about) => await Finds(slug, about) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, string? question, string? email, string? about, string? website)
    {
        if (!await Finds(slug, about)) return NotFound();
        Form = Form with { Question = question, Email = email };
        if (!IsFromOurForm) return Explain(Refusals.NotAllowed);
        if (!string.IsNullOrEmpty(website)) return SeeOther($"/answers/{Site.Slug}/told/thanks/-");
        var asked = await ask.Run(Site, Language, Form, HttpContext.Connection.RemoteIpAddress);
        if (asked.Value is null) return Explain(asked.Refusal!);
        (Asked, Title) = (asked.Value, W.Asked);
        return Page();
    }

    private async Task<bool> Finds(string slug, string? about)
    {
        if (!await Opens(slug)) return false;
        (Title, Path) = (R.AskTitle, $"/answers/{Site.Slug}/ask");
        var page = about is { Length: 10 } && await editions.Find(Site.Id, about) is { IsPublic: true } found ? found : null;
        Form = new(Link(Path), R, SendsMail, page);
        return true;
    }
}
