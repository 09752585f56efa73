using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Import.Understanding;

/// <summary>
/// What a question from elsewhere becomes: a visitor nobody can be, a closed thread with its events, and an edition. Every text is judged as one that is
/// said here, and masked as one that is published; what is masked is not kept anywhere. What a judge would hold or refuse waits for a moderator.
/// </summary>
public sealed class MakeEdition(Judges judges, TimeProvider clock)
{
    /// <summary>What stands for the visitor's consent.</summary>
    public const string SiteSays = "site";

    /// <param name="site">Whose it becomes.</param>
    /// <param name="from">What is brought in.</param>
    /// <param name="products">What pages may say of its product.</param>
    /// <param name="toReview">A moderator reads it first, whatever it says.</param>
    public MadeEdition Run(Site site, ImportedQuestion from, PublicProducts products, bool toReview)
    {
        var (risks, masked) = (new List<string>(), 0);
        var (title, question) = (Look(from.Title), Look(from.Question));
        var bodies = from.Answers.Select(answer => Look(answer.Body)).ToList();
        if (masked > 0) risks.Insert(0, $"{DraftRisks.Masked}:{masked}");
        var isDoubtful = risks.Any(risk => JudgedReasons.All.Contains(risk));
        var state = toReview || isDoubtful ? Publications.Review : Publications.Published;
        var now = clock.NowMs();
        var thread = Thread(site, from, state, now);
        var page = Page(thread, products.Of(from.Product), title, question, now) with { Risks = string.Join(' ', risks) };
        return new(new Visitor { Id = thread.Visitor, Site = site.Id, Name = Named(from.Author) }, thread, Events(site, thread, from, question, bodies), page, Answers(page, from, bodies, Named));

        string Look(string text)
        {
            var judged = judges.Look(site, text);
            risks.AddRange(judged.Reasons.Where(reason => !risks.Contains(reason)));
            // Masked in the language of the page: its words stand in place of what was found.
            var hidden = judged.Language == from.Language ? judged.Masked : PublicText.Of(site, text, from.Language);
            masked += hidden.Found.Count;
            return hidden.Text;
        }

        // A name nobody would be let have here is none.
        string? Named(string? name) => name is not null && judges.Look(site, name) is { Refusal: null, Reasons.Count: 0, Masked.IsChanged: false } ? name : null;
    }

    private ThreadRecord Thread(Site site, ImportedQuestion from, string publication, long now) => new()
    {
        Id = clock.NewId(),
        PublicId = ThreadStore.NewPublicId(),
        Site = site.Id,
        Visitor = clock.NewId(),
        State = ThreadStates.Closed,
        Rung = site.Ladder.Parked,
        LastSeq = from.Answers.Count + 2,
        Language = from.Language,
        Topic = from.Topic,
        Product = from.Product,
        Publication = publication,
        ConsentVersion = SiteSays,
        ConsentAt = now,
        AskedAt = from.AskedAt,
        LastEventAt = Last(from),
        ClosedAt = Last(from),
    };

    private Edition Page(ThreadRecord thread, ProductContext? product, string title, string question, long now) => new()
    {
        Id = clock.NewId(),
        PublicId = ThreadStore.NewPublicId(),
        Thread = thread.Id,
        Site = thread.Site,
        State = thread.Publication,
        Title = title,
        Slug = Edition.SlugOf(title),
        Question = question,
        Language = thread.Language,
        Topic = thread.Topic,
        // Files often know products by their names only, which then stand for them: its questions are found together. The record keeps what the file says.
        ProductId = product?.Id ?? NameAsId(product),
        ProductName = product?.Name,
        ProductUrl = product?.Url,
        AskedAt = thread.AskedAt,
        ProposedAt = now,
        // It was public before it came here; who lists what is new shall not find all of it there.
        PublishedAt = thread.Publication == Publications.Published ? thread.LastEventAt : null,
        ModifiedAt = thread.Publication == Publications.Published ? thread.LastEventAt : 0,
        UpdatedAt = now,
    };

    private static string? NameAsId(ProductContext? product) => product?.Name is { } name && PlainText.Name(name) is { Length: > 0 } id ? id : null;

    private static List<EventRow> Events(Site site, ThreadRecord thread, ImportedQuestion from, string question, IReadOnlyList<string> bodies) =>
    [
        new() { Thread = thread.Id, Seq = 1, Kind = EventKinds.Message, AuthorKind = "visitor", Author = thread.Visitor, Body = question, At = from.AskedAt },
        .. bodies.Select((body, place) => new EventRow { Thread = thread.Id, Seq = place + 2, Kind = EventKinds.Message, AuthorKind = ArchivedThreads.Author, Body = body, At = from.Answers[place].At }),
        new()
        {
            Thread = thread.Id,
            Seq = thread.LastSeq,
            Kind = EventKinds.Status,
            Status = new(thread.State, site.Ladder.KindOf((int)thread.Rung), thread.Fence, Outcomes.Ended, null),
            At = thread.LastEventAt,
        },
    ];

    private static List<Answer> Answers(Edition page, ImportedQuestion from, IReadOnlyList<string> bodies, Func<string?, string?> named) => [.. from.Answers.Select((answer, place) => new Answer
    {
        Page = page.Id,
        Position = place + 1,
        AuthorName = named(answer.Author) ?? (page.Language == "fr" ? "Membre de la communauté" : "Community member"),
        SourceSeqs = $"{place + 2}",
        Body = bodies[place],
        State = answer.IsAccepted ? Answer.Accepted : Answer.Suggested,
        Votes = answer.Votes,
        AnsweredAt = answer.At,
        // Masked, two may say the same.
    }).DistinctBy(answer => WrittenText.Squeezed(answer.Body))];

    private static long Last(ImportedQuestion from) => from.Answers.Select(answer => answer.At).Append(from.AskedAt).Max();
}

/// <summary>Everything one question from elsewhere is here.</summary>
public sealed record MadeEdition(Visitor Visitor, ThreadRecord Thread, IReadOnlyList<EventRow> Events, Edition Page, IReadOnlyList<Answer> Answers);
