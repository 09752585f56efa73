using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A list of questions, read part by part: each part has an address of its own, and the next one is a link.</summary>
public abstract class ListPage(SiteStore sites, PublicAddress address, ListDesk desk) : AnswersPage(sites, address)
{
    private IReadOnlyList<ListedPage> _found = [];

    public IReadOnlyList<ListedPage> Pages => [.. _found.Take(ListPages.AtOnce)];

    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Older => _found.Count > ListPages.AtOnce ? $"{Home}?after={_found[ListPages.AtOnce - 1].Place}" : null;

    /// <summary>The list's first part.</summary>
    public string Home { get; private set; } = "";

    public bool IsFirst => After is null;

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public ListTexts L => ListTexts.In(Language);

    public ReaderTexts R => ReaderTexts.In(Language);

    public long Now => desk.Clock.NowMs();

    public QuestionForm? QuestionForm => QuestionForm.On(Site, Link($"{ListAddress.Home(Site)}/ask"), R);

    protected ListDesk Desk => desk;

    protected async Task<bool> Opens(string slug)
    {
        if (!await FindSite(slug)) return false;
        Language = RequestLanguage.Asked(Request) ?? Site.LanguageFor(null);
        return true;
    }

    /// <summary>Reads a part of the list; false when there is none at the place that was asked for.</summary>
    protected async Task<bool> Read(string home, PageFilter which)
    {
        Home = home;
        var place = IsFirst ? PagePlace.Start : PagePlace.Read(After);
        if (place is null) return false;
        Path = IsFirst ? home : $"{home}?after={place}";
        _found = await desk.Pages.Run(Site.Id, which, place);
        return IsFirst || _found.Count > 0;
    }

    /// <summary>Nothing worth finding: readers may look, search engines need not.</summary>
    protected void KeepFromSearchEngines() => IsIndexed = false;
}

/// <summary>What every list works with.</summary>
public sealed record ListDesk(ListPages Pages, Subjects Subjects, Profiles Profiles, TimeProvider Clock);
