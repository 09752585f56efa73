using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>One question and its answers. Withdrawn means 410; an older title moves for good to the present one. Its address is <see cref="AnswerPageRoute"/>.</summary>
public sealed class AnswerPageModel(AnswersDesk desk, ReadPage read, EditionStore editions, TimeProvider clock) : AnswersPage(desk)
{
    private readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal);
    private bool? _saysMore;
    private IReadOnlyList<Answer>? _others;
    private IReadOnlyList<(string Name, string Path)>? _trail;

    public Edition Edition { get; private set; } = new();

    public AnswerPart Part { get; private set; } = AnswerPart.None;

    /// <summary>Those of this part, in the order they are shown in.</summary>
    public IReadOnlyList<Answer> Answers => Part.Answers;

    public bool IsFirst => Part.Before == 0;

    /// <summary>Where the question's first part is: the question's own address.</summary>
    public string FirstPath => Edition.Path(Site.Slug);

    /// <summary>Where its next part is; null on the last one.</summary>
    public string? MorePath => Part.Next is { } next ? AnswerParts.Path(FirstPath, next) : null;

    public Answer? Accepted => Answers is [{ IsAccepted: true } first, ..] ? first : null;

    /// <summary>The one of which is said whether it is still true; null on further parts.</summary>
    public Answer? First => IsFirst && Answers is [var first, ..] ? first : null;

    public IReadOnlyList<Answer> Others => _others ??= Accepted is null ? Answers : [.. Answers.Skip(1)];

    /// <summary>How many answers there are besides the accepted one, or which of them this part shows.</summary>
    public string OthersTitle => !IsFirst ? Title : Accepted is null ? R.Answers(Part.InAll) : R.OtherAnswers(Part.InAll - 1);

    /// <summary>The question says more than its title; looked at once for all that show it.</summary>
    public bool SaysMore => _saysMore ??= Edition.SaysMore;

    /// <summary>An answer's language; looked at once for all that say it.</summary>
    public string LanguageOf(Answer answer)
    {
        if (!_languages.TryGetValue(answer.Id, out var language)) _languages[answer.Id] = language = WrittenLanguage.Of(answer, Edition);
        return language;
    }

    public IReadOnlyList<RelatedPage> Related { get; private set; } = [];

    public bool IsGone { get; private set; }

    public long Now { get; } = clock.NowMs();

    public ReaderTexts R => ReaderTexts.In(Language);

    /// <summary>Readers may add an answer on this page.</summary>
    public bool TakesAnswers => true;

    public string? TopicName => Site.TopicName(Edition.Topic, Language);

    /// <summary>Its id where nobody said how it is called, as on the lists.</summary>
    public string? ProductName => Edition.ProductName ?? Edition.ProductId;

    /// <summary>Where all questions about the product are; null where only its name is known.</summary>
    public string? ProductPath => Edition.ProductId is { } product ? ListAddress.Product(Site, product) : null;

    public QuestionForm? QuestionForm => QuestionForm.On(Site, Action($"/answers/{Site.Slug}/ask"), R, SendsMail, Edition);

    public AnswerForm AnswerForm => new(Action($"/answers/{Site.Slug}/add/{Edition.PublicId}"), R, Edition.Language);

    /// <summary>Where it is said whether the page, or an answer of it, helped.</summary>
    public string VoteAction => Action($"/answers/{Site.Slug}/vote/{Edition.PublicId}");

    public ReportFields ReportFields => new(Action($"/answers/{Site.Slug}/{Edition.PublicId}/report"), T);

    /// <summary>What is gone is on the way to nothing.</summary>
    public override IReadOnlyList<(string Name, string Path)> Trail => IsGone ? [] : _trail ??=
    [
        (T.AllQuestions, $"/answers/{Site.Slug}"),
        .. TopicName is { } topic ? [(topic, ListAddress.Topic(Site, Edition.Topic!))] : Array.Empty<(string, string)>(),
        .. IsFirst ? [] : new[] { (Edition.Title, FirstPath) },
    ];

    public override string? LanguageOfStep(string path) => path == FirstPath ? Edition.Language : null;

    public async Task<IActionResult> OnGet(string slug, string id, string? title, string? from)
    {
        if (!await FindSite(slug) || await (from is null ? read.Run(Site.Id, id) : read.Run(Site.Id, id, from)) is not var (edition, part, related)) return NotFound();
        var (survivor, isGone) = await Became.Of(editions, edition);
        if (survivor is not null) return MovedForGood(survivor.Path(Site.Slug));
        if (!edition.IsPublic && !isGone) return NotFound();
        Language = LanguageAsked ?? Site.WordsFor(edition.Language);
        HttpContext.IsAbout(Site.Id, edition.Id, [.. related.Select(other => other.Id)]);
        if (isGone) return ThatIsGone(edition);
        var begins = part.Before == 0 ? null : part.Answers[0].Id;
        Path = begins is null ? edition.Path(Site.Slug) : AnswerParts.Path(edition.Path(Site.Slug), begins);
        // Whoever names an answer inside a part is led to where it begins; whoever names none, to the question.
        if (title != edition.Slug || HttpContext.IsMoved(Site) || from != begins) return MovedForGood(Path);
        Response.GetTypedHeaders().LastModified = DateTimeOffset.FromUnixTimeMilliseconds(edition.ModifiedAt);
        (Edition, Part, Related) = (edition, part, related);
        Title = IsFirst ? edition.Title : R.PartTitle(part.Before + 1, part.Last);
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
