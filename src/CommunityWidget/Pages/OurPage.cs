using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages;

/// <summary>What every page of ours knows: its words, and who looks at it.</summary>
public abstract class OurPage : PageModel
{
    public PageTexts T => PageTexts.In(RequestLanguage.Of(Request));

    public MemberCaller? Me => HttpContext.Caller() as MemberCaller;

    /// <summary>Whose page it is, in its head; the program's own where it is no site's.</summary>
    public virtual string Whose => Me?.Site.Name ?? "CommunityWidget";

    /// <summary>What a refusal says to the person, in their language.</summary>
    public string? Problem { get; protected set; }

    /// <summary>The address in the same language, where one was asked for.</summary>
    public string Link(string path) => RequestLanguage.Asked(Request) is { } language
        ? $"{path}{(path.Contains('?') ? '&' : '?')}{RequestLanguage.Parameter}={language}"
        : path;

    /// <summary>This page in the other language, everything else kept.</summary>
    public string InOtherLanguage()
    {
        var kept = Request.Query.Where(q => q.Key != RequestLanguage.Parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return Request.Path + QueryString.Create([.. kept, KeyValuePair.Create(RequestLanguage.Parameter, (string?)T.OtherLanguage)]).ToUriComponent();
    }

    protected virtual string Words(Refusal refusal) => T.Refusals.GetValueOrDefault(refusal.Code, refusal.Message);

    protected IActionResult Explain(Refusal refusal)
    {
        Problem = Words(refusal);
        Response.StatusCode = Problems.Status(refusal);
        Response.SayWhen(refusal);
        return Page();
    }
}
