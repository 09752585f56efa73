using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Review;

/// <summary>Somebody words a draft anew. Each wording is kept; two who write at once do not overwrite each other; what is personal is masked again.</summary>
public sealed class EditEdition(Db db, EditionStore editions, ThreadStore threads, Revisions revisions, AskerNames names, TimeProvider clock)
{
    private const int QuestionCodePoints = 4_000, AnswerCodePoints = 20_000;

    public async Task<Reply<Edition>> Run(MemberCaller caller, string publicId, TypedEdition typed)
    {
        if (await editions.Find(caller.Site.Id, publicId) is not { State: Publications.Review } known) return Refusals.NotFound;
        // Proposed anew it begins at the first wording again.
        if (typed.Page is { } page && page != known.Id) return Refusals.ChangedMeanwhile;
        // What stood there before was judged when it was said, or is why the draft goes back: whoever leaves it is not refused for it.
        var stood = (await editions.Answers(known.Id)).Select(answer => answer.Body).Append(known.Title).Append(known.Question).ToHashSet();
        var read = Read(typed, caller.Site, known.Language, await names.Of(known.Thread), stood);
        if (read.Value is not { } words) return read.Refusal!;
        // Whoever it was sent back to since would mend another wording than they read.
        return await Save(caller, known with { SentTo = null }, typed.Seen, (draft, answers) => words.On(draft, answers, clock.NowMs()));
    }

    /// <summary>Whom a draft was sent back to mends their own answer, and it goes back to review.</summary>
    /// <param name="caller">Who mends it.</param>
    /// <param name="publicId">The draft.</param>
    /// <param name="which">The answer that was in the form: of theirs another may stand there too, and what is typed of one takes the place of no other.</param>
    /// <param name="answer">Its new words.</param>
    /// <param name="seen">Number of the wording the form was opened on. It does not change where a double's answer goes.</param>
    public async Task<Reply<Edition>> Mend(MemberCaller caller, string publicId, string? which, string? answer, long seen)
    {
        if (await editions.Find(caller.Site.Id, publicId) is not { State: Publications.Review } known || known.SentTo != caller.Id) return Refusals.NotFound;
        var words = MessageText.CleanForPage(answer, AnswerCodePoints);
        if (words.Value is not { } typed) return words.Refusal!;
        var worded = PublicText.Worded(caller.Site, typed, known.Language, await names.Of(known.Thread));
        if (worded.Value is not { } text) return worded.Refusal!;
        return await Save(caller, known, seen, (draft, answers) => answers.FirstOrDefault(a => a.Id == which && a.Member == caller.Id) is { } mine ? (draft with { SentTo = null }, [.. answers.Select(a => a == mine ? a with { Body = text } : a)]) : null);
    }

    /// <summary>Which answer a member is asked to mend: their own, else what came of theirs from a double. None where it is gone meanwhile.</summary>
    public static Answer? Mends(IEnumerable<Answer> answers, Guid member) => answers.Where(answer => answer.Member == member).OrderBy(answer => answer.MergedFrom is not null).FirstOrDefault();

    private Task<Reply<Edition>> Save(MemberCaller caller, Edition known, long seen, Func<Edition, IReadOnlyList<Answer>, (Edition, IReadOnlyList<Answer>)?> change) => db.Write<Edition>(async tx =>
    {
        await threads.Lock(tx, known.Thread);
        if (await editions.Find(tx, known.Id) is not { State: Publications.Review } draft) return Refusals.NotPossibleNow;
        if (draft.Revision != seen || draft.SentTo != known.SentTo) return Refusals.ChangedMeanwhile;
        if (change(draft, await editions.Answers(tx, draft.Id)) is not var (reworded, answers)) return Refusals.ChangedMeanwhile;
        if (answers.Count == 0) return Refusals.TextEmpty;
        var next = reworded with { Slug = Edition.SlugOf(reworded.Title), Revision = draft.Revision + 1, UpdatedAt = clock.NowMs() };
        if (!await editions.Reword(tx, draft, next, answers)) return Refusals.ChangedMeanwhile;
        await revisions.Add(tx, next, answers, caller.Id);
        return next;
    });

    private static Reply<Words> Read(TypedEdition typed, Site site, string language, string? asker, HashSet<string> stood)
    {
        var title = Worded(ReviewThread.Title(typed.Title ?? ""));
        if (title.Value is null) return title.Refusal!;
        var question = Worded(Clean(typed.Question, QuestionCodePoints));
        if (question.Value is null) return question.Refusal!;
        var answers = new Dictionary<long, string>();
        foreach (var (position, text) in typed.Answers)
        {
            // Emptied: it is left out.
            if (string.IsNullOrWhiteSpace(text)) continue;
            var answer = Worded(Clean(text, AnswerCodePoints));
            if (answer.Value is null) return answer.Refusal!;
            answers[position] = answer.Value;
        }
        return answers.Count == 0 ? Refusals.TextEmpty : new Words(title.Value, question.Value, answers, typed.Accepted, typed.WithProduct);

        // Several messages make one text: what stood there so is measured by nobody again.
        Reply<string> Clean(string? text, int most)
        {
            var clean = MessageText.CleanForPage(text, most);
            return clean.Refusal == Refusals.TextTooLong && MessageText.CleanForPage(text, stood.Max(said => said.Length)) is { Value: { } same } && stood.Contains(same) ? same : clean;
        }

        Reply<string> Worded(Reply<string> clean) => clean.Value is not { } text ? clean : stood.Contains(text) ? PublicText.Of(site, text, language, asker).Text : PublicText.Worded(site, text, language, asker);
    }

    private sealed record Words(string Title, string Question, IReadOnlyDictionary<long, string> Answers, long Accepted, bool WithProduct)
    {
        public (Edition, IReadOnlyList<Answer>) On(Edition draft, IReadOnlyList<Answer> answers, long now)
        {
            var kept = answers.Where(a => Answers.ContainsKey(a.Position)).ToList();
            var accepted = kept.FirstOrDefault(a => a.Position == Accepted) ?? kept.FirstOrDefault();
            var worded = draft with { Title = Title, Question = Question };
            return (WithProduct ? worded : worded with { ProductId = null, ProductName = null, ProductUrl = null }, [.. kept.Select(a => Worded(draft, a, now) with { State = a == accepted ? Answer.Accepted : Answer.Suggested })]);
        }

        // What was public already was read in the words it had.
        private Answer Worded(Edition draft, Answer answer, long now) =>
            answer with { Body = Answers[answer.Position], RewordedAt = draft.PublishedAt is null || Answers[answer.Position] == answer.Body ? answer.RewordedAt : now };
    }
}

/// <summary>A draft as it stands in the form.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answers">By their position; an empty one is left out.</param>
/// <param name="Accepted">Position of the one that stands first.</param>
/// <param name="Seen">Number of the wording the form was opened on.</param>
/// <param name="WithProduct">False: the page says nothing of the product.</param>
/// <param name="Page">Which proposal the form was opened on; null where that is not asked.</param>
public sealed record TypedEdition(string? Title, string? Question, IReadOnlyDictionary<long, string?> Answers, long Accepted, long Seen, bool WithProduct = true, Guid? Page = null);
