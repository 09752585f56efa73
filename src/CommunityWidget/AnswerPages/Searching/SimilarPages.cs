using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>Public pages that ask much the same as a text.</summary>
public sealed class SimilarPages(FindPages find, EditionStore editions, AnswerAddress address)
{
    private const int MostCompared = 20, MostOfAllProducts = 64;

    // Beside one that is much surer, another is about the same thing but another question.
    private const double BesideTheFirst = 0.9;

    /// <summary>For people who judge for themselves: the most alike first, none that has hardly anything in common.</summary>
    /// <param name="site">Whose pages.</param>
    /// <param name="text">A question, a draft, what somebody types.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="but">Not this one: a page is like itself.</param>
    public async Task<IReadOnlyList<SimilarPage>> Find(Guid site, string text, string language, int limit, Guid? but = null)
    {
        var found = (await find.Run(site, text, language, MostCompared)).Where(one => one.Page != but && one.Fit.IsAlike).Take(limit);
        return await Public(site, [.. found]);
    }

    /// <summary>For visitors who are about to ask: rather none than a wrong one. Nothing that may be true no longer, and nothing about another product than that of the page they are on.</summary>
    /// <param name="site">Whose pages.</param>
    /// <param name="text">What they typed.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="product">What the shop's page is about; null where it did not say.</param>
    public async Task<IReadOnlyList<SimilarPage>> Sure(Guid site, string text, string language, int limit, ProductContext? product = null)
    {
        // Of a question that is asked of every product, those of others may well come first.
        var sure = (await find.Run(site, text, language, MostOfAllProducts)).Where(one => one.Fit.IsSure);
        var pages = (await Public(site, [.. sure])).Where(one => product.IsOf(one.Page)).ToList();
        // What may be true no longer still tells what the question is: beside it, another question is another one.
        return [.. pages.Where(one => one.Sureness >= BesideTheFirst * pages[0].Sureness && one.Page.OutdatedAt is null).Take(limit)];
    }

    /// <summary>These pages with the answer each is shown by; a page without an answer answers nobody.</summary>
    /// <param name="site">Whose they are; where it shows its pages is where they are found.</param>
    /// <param name="pages">In order.</param>
    public async Task<IReadOnlyList<Suggestion>> Told(Site site, IReadOnlyList<Edition> pages)
    {
        var answers = await editions.Answers([.. pages.Select(page => page.Id)]);
        return [.. pages.Where(page => answers[page.Id].Any()).Select(page => SuggestionText.Of(page, SuggestionText.First(answers[page.Id]), address.Link(site, page)))];
    }

    private async Task<IReadOnlyList<SimilarPage>> Public(Guid site, IReadOnlyList<Found> found)
    {
        var pages = (await editions.Public(site, [.. found.Select(one => one.Page)])).ToDictionary(page => page.Id);
        return [.. found.Where(one => pages.ContainsKey(one.Page)).Select(one => new SimilarPage(pages[one.Page], one.Fit.Sureness))];
    }
}

/// <summary>A page that asks much the same.</summary>
/// <param name="Page">Its edition.</param>
/// <param name="Sureness">0 to 1.</param>
public sealed record SimilarPage(Edition Page, double Sureness);
