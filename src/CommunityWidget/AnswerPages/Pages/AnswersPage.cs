using System.Data.Common;
using System.Globalization;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>What every public page of a site shares: no cookie, no script needed.</summary>
public abstract class AnswersPage(AnswersDesk answers) : PageModel
{
    private string? _asked;

    public Site Site { get; protected set; } = null!;

    /// <summary>Language of the page's own words: the answer's, or the visitor's on lists.</summary>
    public string Language { get; protected set; } = "en";

    public string Title { get; protected set; } = "";

    public string Path { get; protected set; } = "";

    /// <summary>The steps to this page, without itself: what each is called, and where it is.</summary>
    public virtual IReadOnlyList<(string Name, string Path)> Trail => [];

    /// <summary>The language of a step of it, where that is not the page's.</summary>
    public virtual string? LanguageOfStep(string path) => null;

    /// <summary>May be found by search engines.</summary>
    public bool IsIndexed { get; protected set; } = true;

    /// <summary>The page's words in another language; answers stay as they were written.</summary>
    public virtual IEnumerable<string> OtherLanguages => RequestLanguage.All.Where(language => language != Language);

    /// <summary>The language its address asks for, looked for once: a page has dozens of links.</summary>
    public string? LanguageAsked => (_asked ??= RequestLanguage.Asked(Request) ?? "") is { Length: > 0 } asked ? asked : null;

    /// <summary>Another page of the site, in the language asked for.</summary>
    public string Link(string path) => LanguageAsked is { } asked ? In(asked, path) : path;

    /// <summary>Where a form of this page goes: its answer is in the page's language too, whatever the reader's browser asks for.</summary>
    protected string Action(string path) => In(Language, path);

    /// <summary>A page in another language.</summary>
    public static string In(string language, string path) => $"{path}{(path.Contains('?') ? '&' : '?')}{RequestLanguage.Parameter}={language}";

    public string Direction => PageLanguage.Of(Language).Direction;

    public AnswersTexts T => AnswersTexts.In(Language);

    protected bool SendsMail => answers.Mailer.IsConfigured;

    protected async Task<bool> FindSite(string slug) => Is(await answers.Sites.BySlug(slug));

    /// <summary>The same while the database is away: as it was known last.</summary>
    protected async Task<bool> RecallSite(string slug) => Is(await answers.Sites.Recall(slug));

    /// <summary>The database is away, locked or full, rather than asked wrongly.</summary>
    protected bool IsAway(DbException error) => answers.Database.IsAway(error);

    private bool Is(Site? site)
    {
        if (site is null) return false;
        Site = site;
        HttpContext.IsAbout(site.Id);
        return true;
    }

    /// <summary>A form was sent by a page of ours, or of the shop's.</summary>
    protected bool IsFromOurForm => Request.IsFromPageOf(Site, answers.Address);

    /// <summary>Its address for good, in one hop, in the language asked for.</summary>
    protected RedirectResult MovedForGood(string path) => RedirectPermanent(HttpContext.IsMoved(Site) ? AnswerAddress.Link(answers.Address, Site, Link(path)) : Link(path));

    /// <summary>What somebody wrote, with its links.</summary>
    public IHtmlContent Words(string written) => WrittenHtml.Of(written, Site, answers.Address);

    /// <summary>Where an answer stands in its page.</summary>
    public static string AnchorOf(Answer answer) => AnswerParts.AnchorOf(answer.Id);

    public string Day(long at) => PageLanguage.Of(Language).Day(DateTimeOffset.FromUnixTimeMilliseconds(at));

    /// <summary>To the second, and with its offset.</summary>
    public static string Iso(long at) => string.Create("2026-01-01T00:00:00+00:00".Length, DateTimeOffset.FromUnixTimeMilliseconds(at), static (text, time) =>
    {
        time.TryFormat(text, out var written, "s", CultureInfo.InvariantCulture);
        "+00:00".CopyTo(text[written..]);
    });
}

/// <summary>What every public page works with.</summary>
public sealed record AnswersDesk(SiteStore Sites, PublicAddress Address, Mailer Mailer, SqlDialect Database);
