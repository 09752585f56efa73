using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>Pages found by some words, the best first. What somebody looks for is theirs: no search engine lists it, and nothing of it is kept.</summary>
public sealed class SearchModel(AnswersDesk desk, SearchPages search, CallLimits limits, TimeProvider clock) : AnswersPage(desk)
{
    private const int AtOnce = 20, LongestWords = 200;

    public string Typed { get; private set; } = "";

    public FoundPages Found { get; private set; } = new([], 0, null);

    /// <summary>So many searches came from this address that it waits a moment; what was typed stays.</summary>
    public bool IsTooMany { get; private set; }

    /// <summary>Where the next part is; null at the end.</summary>
    public string? More => Found.Next is { } next ? $"{Home}&after={next}" : null;

    public ListTexts L => ListTexts.In(Language);

    public ReaderTexts R => ReaderTexts.In(Language);

    public long Now { get; } = clock.NowMs();

    public QuestionForm? QuestionForm => QuestionForm.On(Site, Action($"{ListAddress.Home(Site)}/ask"), R, SendsMail) is { } form ? form with { Question = Typed } : null;

    public override IReadOnlyList<(string Name, string Path)> Trail => [(T.AllQuestions, ListAddress.Home(Site))];

    private string Home => $"{ListAddress.Home(Site)}/search?q={Uri.EscapeDataString(Typed)}";

    public async Task<IActionResult> OnGet(string slug, string? q, string? after)
    {
        if (!await FindSite(slug)) return NotFound();
        Language = LanguageAsked ?? Site.WordsFor(Site.LanguageFor(null));
        IsIndexed = false;
        // Nor is it to be found in a cache on the way, where a page withdrawn meanwhile would stay.
        Response.Headers.CacheControl = "private, no-cache";
        var words = string.Join(' ', (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Typed = words.Length > LongestWords ? words[..LongestWords] : words;
        var before = ShownBefore.Read(after);
        Path = Typed.Length == 0 ? $"{ListAddress.Home(Site)}/search" : before.Count == 0 ? Home : $"{Home}&after={before}";
        Title = Typed.Length == 0 ? L.Search : L.SearchFor(Typed);
        if (Typed.Length == 0) return this.Drawn(SearchResults.Create(this));
        // Every search costs the database something, and nothing of it is kept.
        if (limits.TakeAddress(AddressLimits.Suggestions, HttpContext.Connection.RemoteIpAddress) is { } tooMany)
        {
            (IsTooMany, Response.StatusCode, Response.Headers.RetryAfter) = (true, StatusCodes.Status429TooManyRequests, $"{tooMany.RetryAfter}");
            return this.Drawn(SearchResults.Create(this));
        }
        Found = await search.Find(Site.Id, Typed, before, AtOnce);
        return this.Drawn(SearchResults.Create(this));
    }
}
