using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>An address of a site where there is no page, or none just now.</summary>
public sealed class NoPage : AnswersPage
{
    public NoPage(AnswersDesk desk, Site site, HttpContext http) : base(desk)
    {
        PageContext = new PageContext { HttpContext = http };
        Site = site;
        Language = RequestLanguage.Asked(http.Request) ?? site.WordsFor(site.LanguageFor(RequestLanguage.Of(http.Request)));
        // What was posted cannot be read there.
        Path = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path.ToUriComponent() : "";
        Says = PlainWords.Of(http.Response.StatusCode, Language);
        (Title, IsIndexed) = (Says.Title, false);
    }

    public PlainWords Says { get; }

    /// <summary>It may be there in a moment.</summary>
    public bool IsOurFault => Response.StatusCode >= StatusCodes.Status500InternalServerError;

    public override IEnumerable<string> OtherLanguages => Path.Length == 0 ? [] : base.OtherLanguages;
}
