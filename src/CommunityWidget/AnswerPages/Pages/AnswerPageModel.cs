using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>One question and its answers. Withdrawn means 410; an older title moves for good to the present one. Its address is <see cref="AnswerPageRoute"/>.</summary>
public sealed class AnswerPageModel(AnswersDesk desk, ReadPage read, EditionStore editions, TimeProvider clock) : AnswersPage(desk)
{
    public Edition Edition { get; private set; } = new();

    /// <summary>In the order they are shown in.</summary>
    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public Answer? Accepted => Answers is [{ IsAccepted: true } first, ..] ? first : null;

    public IReadOnlyList<Answer> Others => Accepted is null ? Answers : [.. Answers.Skip(1)];

    public IReadOnlyList<RelatedPage> Related { get; private set; } = [];

    public bool IsGone { get; private set; }

    public long Now { get; } = clock.NowMs();

    public ReaderTexts R => ReaderTexts.In(Language);

    /// <summary>Readers may add an answer on this page.</summary>
    public bool TakesAnswers => true;

    public string? TopicName => Site.TopicName(Edition.Topic, Language);

    /// <summary>Where all questions about the product are; null where only its name is known.</summary>
    public string? ProductPath => Edition.ProductId is { } product ? ListAddress.Product(Site, product) : null;

    public QuestionForm? QuestionForm => QuestionForm.On(Site, Link($"/answers/{Site.Slug}/ask"), R, SendsMail, Edition);

    public AnswerForm AnswerForm => new(Link($"/answers/{Site.Slug}/add/{Edition.PublicId}"), R, Edition.Language);

    public ReportFields ReportFields => new(Link($"/answers/{Site.Slug}/{Edition.PublicId}/report"), T);

    public override IReadOnlyList<(string Name, string Path)> Trail => TopicName is { } topic
        ? [(T.AllQuestions, $"/answers/{Site.Slug}"), (topic, ListAddress.Topic(Site, Edition.Topic!))]
        : [(T.AllQuestions, $"/answers/{Site.Slug}")];

    public async Task<IActionResult> OnGet(string slug, string id, string? title)
    {
        if (!await FindSite(slug) || await read.Run(Site.Id, id) is not var (edition, answers, related)) return NotFound();
        var twin = edition.MergedInto is null ? null : await editions.Survivor(edition.Id);
        if (twin is { IsPublic: true }) return MovedForGood(twin.Path(Site.Slug));
        // What it would lead to may come back.
        var isGone = edition.IsGone && twin is null or { IsGone: true };
        if (!edition.IsPublic && !isGone) return NotFound();
        Language = RequestLanguage.Asked(Request) ?? Site.WordsFor(edition.Language);
        HttpContext.IsAbout(Site.Id, edition.Id, [.. related.Select(other => other.Id)]);
        if (isGone) return ThatIsGone(edition);
        Path = edition.Path(Site.Slug);
        if (title != edition.Slug || HttpContext.IsMoved(Site)) return MovedForGood(Path);
        Response.GetTypedHeaders().LastModified = DateTimeOffset.FromUnixTimeMilliseconds(edition.ModifiedAt);
        (Edition, Title, Answers, Related) = (edition, edition.Title, answers, related);
        return this.Drawn(QuestionPage.Create(this));
    }

    private IActionResult ThatIsGone(Edition edition)
    {
        // Its address has words of the title in it, which are gone too.
        Path = $"/answers/{Site.Slug}/{edition.PublicId}";
        IsGone = true;
        Title = T.Gone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return this.Drawn(Gone.Create(this));
    }
}

/// <summary>One of the answers, for the part of the page that shows it.</summary>
public sealed record ShownAnswer(AnswerPageModel Page, Answer Answer);
