using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A list of questions, read part by part: each part has an address of its own, and the next one is a link.</summary>
[Kept(RequestLanguage.Parameter, "after")]
public abstract class ListPage(ListDesk desk) : AnswersPage(desk.Answers)
{
    // How much the clocks of two nodes may differ.
    private const long MostAhead = 60_000;

    // Of what a part begins with.
    private const int QuestionLength = 80, ProductLength = 40;

    private IReadOnlyList<ListedPage> _found = [];

    public IReadOnlyList<ListedPage> Pages => [.. _found.Take(ListPages.AtOnce)];

    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Older => _found.Count > ListPages.AtOnce ? $"{Home}?after={_found[ListPages.AtOnce - 1].Place}" : null;

    /// <summary>The list's first part.</summary>
    public string Home { get; private set; } = "";

    public bool IsFirst => After is null;

    /// <summary>What the whole list is called; a further part is called by the question it begins with too.</summary>
    public string ListTitle { get; private set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Under the list of all questions, which has nothing above it; a further part also under its list's first.</summary>
    public override IReadOnlyList<(string Name, string Path)> Trail =>
    [
        .. Home == ListAddress.Home(Site) && IsFirst ? [] : new[] { (T.AllQuestions, ListAddress.Home(Site)) },
        .. Home == ListAddress.Home(Site) || IsFirst ? [] : new[] { (ListTitle, Home) },
    ];

    public ListTexts L => ListTexts.In(Language);

    public ReaderTexts R => ReaderTexts.In(Language);

    public long Now => desk.Clock.NowMs();

    /// <summary>Each line says which product it is about: people ask the same of several.</summary>
    public virtual bool NamesProducts => true;

    public QuestionForm? QuestionForm => QuestionForm.On(Site, Action($"{ListAddress.Home(Site)}/ask"), R, SendsMail);

    protected ListDesk Desk => desk;

    /// <summary>Every list begins alike: its site, its language, what it is a list of, and the part that was asked for. False where one of them is not there.</summary>
    protected async Task<bool> Begins(string slug, Func<Task<ListOf?>> of)
    {
        if (!await FindSite(slug)) return false;
        Language = LanguageAsked ?? Site.WordsFor(Site.LanguageFor(null));
        var place = IsFirst ? PagePlace.Start : PagePlace.Read(After);
        // Nothing goes on behind what is still to come: such an address would be the first part once more.
        if (place is null || (!IsFirst && place.At > Now + MostAhead) || await of() is not var (home, which)) return false;
        (Home, Path) = (home, IsFirst ? home : $"{home}?after={place}");
        _found = await desk.Pages.Run(Site.Id, which, place);
        if (!await IsWorthFinding(which)) KeepFromSearchEngines();
        return IsFirst || _found.Count > 0;
    }

    /// <summary>The same where nothing has to be looked for.</summary>
    protected Task<bool> Begins(string slug, Func<ListOf?> of) => Begins(slug, () => Task.FromResult(of()));

    /// <summary>Said once its questions are known: people and search engines tell its parts apart by it.</summary>
    protected void Call(string title) => (ListTitle, Title) = (title, IsFirst ? title : L.PartOf(title, Named(Pages[0])));

    private string Named(ListedPage page) => Excerpt.Of(page.Title, QuestionLength) + (NamesProducts && page.Product is { } product ? $" ({Excerpt.Of(product, ProductLength)})" : "");

    // A part is worth as much as what it shows. Of the first, which stands in the sitemap, what follows counts too; asked only where all it shows say hardly anything.
    private async Task<bool> IsWorthFinding(PageFilter which) => Pages.Any(page => page.Thin == 0) || (IsFirst && Older is not null && await desk.Pages.HasAnyWorthFinding(Site.Id, which));

    /// <summary>Nothing worth finding: readers may look, search engines need not.</summary>
    protected void KeepFromSearchEngines() => IsIndexed = false;
}

/// <summary>What a list is of.</summary>
/// <param name="Home">Where its first part is.</param>
/// <param name="Which">What stands in it.</param>
public sealed record ListOf(string Home, PageFilter Which);

/// <summary>What every list works with.</summary>
public sealed record ListDesk(AnswersDesk Answers, ListPages Pages, Subjects Subjects, Profiles Profiles, TimeProvider Clock);
