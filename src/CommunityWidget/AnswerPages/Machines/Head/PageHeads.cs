using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Pictures;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>Makes the head of a page from the same model as its body.</summary>
public sealed class PageHeads(AnswerAddress address)
{
    private const int DescriptionLength = 160, AboutLength = 60;

    public PageHead Of(AnswersPage page) => page is AnswerPageModel { IsGone: false } question ? Question(question) : List(page);

    private PageHead Question(AnswerPageModel page)
    {
        var (site, edition) = (page.Site, page.Edition);
        var canonical = address.Link(site, page.Path);
        var best = page.Answers.FirstOrDefault(answer => answer.IsAccepted) ?? page.Answers.FirstOrDefault();
        var title = page.IsFirst ? edition.Title : $"{edition.Title} – {page.Title}";
        return new()
        {
            // Many ask the same of different things: what it is about tells their pages apart where only titles are shown.
            Title = (edition.ProductName ?? page.TopicName ?? edition.ProductId) is { } about ? $"{title} – {Excerpt.Of(about, AboutLength)} – {site.Name}" : $"{title} – {site.Name}",
            SharedTitle = $"{title} – {site.Name}",
            Description = Excerpt.Of(best?.Body ?? edition.Question, DescriptionLength),
            Canonical = canonical,
            SiteName = site.Name,
            Language = edition.Language,
            // A further part is weighed by what it shows itself.
            Indexed = edition.Thin == 0 && (page.IsFirst || page.Answers.Any(answer => answer.Body.Trim().Length >= PageNews.FewCharacters)),
            Times = new(AnswersPage.Iso(edition.PublishedAt ?? edition.AskedAt), AnswersPage.Iso(edition.ModifiedAt)),
            Section = page.TopicName,
            Picture = new(address.Link(site, PictureRoutes.Path(site, edition)), PictureWords.Alt(site, edition, page.Part.InAll)),
            Feeds = [FeedOf(page), new(edition.Title, address.Link(site, $"{AnswerAddress.Home(site)}/{edition.PublicId}/feed.atom"))],
            Data = [.. QuestionData.Of(page, canonical, address.Link(site, page.FirstPath), address) is { } data ? [data] : Array.Empty<ReadOnlyMemory<byte>>(), BreadcrumbData.Of(page, address)],
        };
    }

    private PageHead List(AnswersPage page) => new()
    {
        Title = page.Title == page.Site.Name ? page.Title : $"{page.Title} – {page.Site.Name}",
        Description = $"{page.Title} – {page.Site.Name}",
        Canonical = page.Response.StatusCode == StatusCodes.Status200OK ? address.Link(page.Site, page.Path) : null,
        SiteName = page.Site.Name,
        Language = page.Language,
        Indexed = page.IsIndexed && page.Response.StatusCode == StatusCodes.Status200OK,
        Feeds = page is TopicModel topic ? [FeedOf(page), new(topic.ListTitle, address.Link(page.Site, $"{topic.Home}/feed.atom"))] : [FeedOf(page)],
        Data =
        [
            .. page is MemberModel { IsFirst: true, Response.StatusCode: StatusCodes.Status200OK } member ? [ProfileData.Of(member, address)] : Array.Empty<ReadOnlyMemory<byte>>(),
            .. page.Trail.Count > 0 ? [BreadcrumbData.Of(page, address)] : Array.Empty<ReadOnlyMemory<byte>>(),
        ],
    };

    private PageFeed FeedOf(AnswersPage page) => new($"{page.T.Questions} – {page.Site.Name}", address.Link(page.Site, $"{AnswerAddress.Home(page.Site)}/feed.atom"));
}
