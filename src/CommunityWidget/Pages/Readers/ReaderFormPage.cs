using System.Data.Common;
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
        Begin();
        return true;
    }

    /// <summary>Takes what was sent. Where the database is away on the way, also before anything was found, the form stands again with what was typed.</summary>
    /// <param name="slug">Whose page it is.</param>
    /// <param name="take">Takes it.</param>
    /// <param name="fill">Fills the form with nothing but what was sent.</param>
    protected async Task<IActionResult> TakeOrKeep(string slug, Func<Task<IActionResult>> take, Action fill)
    {
        try
        {
            return await take();
        }
        catch (DbException error) when (IsAway(error))
        {
            if (!await RecallSite(slug)) throw;
            Begin();
            fill();
            return Explain(Refusals.StorageAway);
        }
    }

    private void Begin()
    {
        Language = RequestLanguage.Asked(Request) ?? Site.WordsFor(Site.LanguageFor(RequestLanguage.Of(Request)));
        Response.Headers["X-Robots-Tag"] = "noindex";
        IsIndexed = false;
        Response.Headers.CacheControl = "no-store";
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
