using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Pages.Texts;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages.Readers;

/// <summary>A form of a public page by itself: where it stands again, filled, when what was typed could not be taken. No cookie, nothing kept by anybody in between.</summary>
public abstract class ReaderFormPage(AnswersDesk desk) : AnswersPage(desk)
{
    public ReaderPageTexts W => ReaderPageTexts.In(Language);

    public ReaderTexts R => ReaderTexts.In(Language);

    /// <summary>Why it was not taken.</summary>
    public string? Problem { get; private set; }

    protected async Task<bool> Opens(string slug)
    {
        if (!await FindSite(slug)) return false;
        Language = RequestLanguage.Asked(Request) ?? Site.WordsFor(Site.LanguageFor(RequestLanguage.Of(Request)));
        Response.Headers["X-Robots-Tag"] = "noindex";
        IsIndexed = false;
        Response.Headers.CacheControl = "no-store";
        return true;
    }

    protected PageResult Explain(Refusal refusal)
    {
        Response.SayWhen(refusal);
        return Explain(W.Refused(refusal.Code), Problems.Status(refusal));
    }

    protected PageResult Explain(string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
        return Page();
    }

    /// <summary>303: whoever loads the next page again sends nothing again.</summary>
    protected IActionResult SeeOther(string path, string? fragment = null)
    {
        Response.Headers.Location = Link(path) + (fragment is null ? "" : $"#{fragment}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
