using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages.Readers;

/// <summary>Asking by a plain form, for whoever has no script: the answer comes by e-mail, or to the one link they are given.</summary>
[IgnoreAntiforgeryToken]
public sealed class AskModel(AnswersDesk desk, EditionStore editions, AskByForm ask, TimeProvider clock) : ReaderFormPage(desk)
{
    public QuestionForm Form { get; private set; } = null!;

    /// <summary>Only customers the shop has named are served: a plain form cannot name anybody. One that was open before stands again, with what was typed.</summary>
    public bool IsClosed { get; private set; }

    public async Task<IActionResult> OnGet(string slug, string? about)
    {
        if (!await Finds(slug, about)) return NotFound();
        IsClosed = Site.IdentityRequired;
        return IsClosed ? Explain(Refusals.IdentityRequired) : Page();
    }

    public Task<IActionResult> OnPost(string slug, QuestionFields typed) => TakeOrKeep(slug, () => Take(slug, typed), () =>
    {
        // Of the page it stood on only the name is known.
        Opened(ThreadStore.IsPublicId(typed.About) ? new Edition { PublicId = typed.About } : null);
        Fill(typed);
        Form = Form with { Key = Form.Key ?? NewKey() };
    });

    private async Task<IActionResult> Take(string slug, QuestionFields typed)
    {
        if (!await Finds(slug, typed.About)) return NotFound();
        Fill(typed);
        if (!IsFromOurForm) return Kept(Refusals.NotAllowed);
        if (!string.IsNullOrEmpty(typed.Website)) return SeeOther($"/answers/{Site.Slug}/told/thanks/-");
        // The page's words are in the language of the list it was asked from, which need not be the reader's.
        var asked = await ask.Run(Site, RequestLanguage.OfBrowser(Request), Form, FormSender.Of(HttpContext));
        if (asked.Value is not { } told) return Kept(asked.Refusal!);
        var query = new QueryBuilder();
        if (told.Mail is { } mail) query.Add("mail", mail);
        if (Form.About is { } page) query.Add("about", page.PublicId);
        return SeeOther($"/answers/{Site.Slug}/asked{query}", told.WayBack);
    }

    // What is sent from here next is this form, however often.
    private PageResult Kept(Refusal refusal)
    {
        var isBefore = refusal == Refusals.TextRepeated;
        Form = Form with { Key = isBefore ? NewKey() : Form.Key ?? NewKey(), Again = isBefore || Form.Again };
        return isBefore ? Explain(W.AskedBefore, StatusCodes.Status409Conflict) : Explain(refusal);
    }

    private async Task<bool> Finds(string slug, string? about)
    {
        if (!await Opens(slug)) return false;
        Opened(ThreadStore.IsPublicId(about) ? await Became.Public(editions, Site.Id, about) : null);
        return true;
    }

    private void Opened(Edition? about)
    {
        var path = $"/answers/{Site.Slug}/ask";
        (Title, Path) = (R.AskTitle, about is null ? path : $"{path}?about={about.PublicId}");
        Form = new(Link(path), R, SendsMail, about) { Key = NewKey() };
    }

    // The form of a public page has no key of its own: that page is the same for everybody.
    private void Fill(QuestionFields typed)
    {
        var key = MessageText.IsKey(typed.Key) ? typed.Key : null;
        Form = Form with { Question = typed.Question, Email = typed.Email, Key = key, Again = key is not null && typed.Again is not null };
    }

    private string NewKey() => clock.NewId().ToString("N");
}
