using System.Globalization;
using System.IO.Hashing;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.Moderation.Review;

namespace CommunityWidget.Pages.Review;

/// <summary>What a draft's form sends, whichever of its buttons was pressed.</summary>
public sealed class DraftForm
{
    public string Id { get; set; } = "";
    public string? Title { get; set; }
    public string? Question { get; set; }

    /// <summary>In the order of the answers' positions.</summary>
    public List<string?> Answers { get; set; } = [];

    /// <summary>Which answers those are: one may be gone since the form was opened.</summary>
    public List<string?> Ids { get; set; } = [];

    public long Accepted { get; set; } = 1;

    /// <summary>Marks of what stood in title, question and answers when it was opened: what has another now was typed. None in a form of the version before.</summary>
    public List<string?> Was { get; set; } = [];

    /// <summary>Which answer came first then.</summary>
    public long? WasFirst { get; set; }

    /// <summary>Number of the wording it was opened on.</summary>
    public long Seen { get; set; }

    /// <summary>The proposal it was opened on.</summary>
    public Guid? Page { get; set; }

    /// <summary>The box beside the product's name; false too where there is none.</summary>
    public bool WithProduct { get; set; }

    public string? Reason { get; set; }

    /// <summary>Beside the reason, most of all where it is another one.</summary>
    public string? Why { get; set; }

    public Guid? To { get; set; }
    public string? Note { get; set; }

    /// <summary>What stood before them when it was opened; of a form that says nothing of it, nothing did.</summary>
    public SeenDraft Opened() => new(Page ?? Guid.Empty, Seen);

    /// <summary>Its answers are the ones there are; a form of the version before says only how many it has.</summary>
    public bool IsOf(IReadOnlyList<Answer> answers) => Answers.Count == answers.Count && (Ids.Count == 0 || Ids.SequenceEqual(answers.Select(answer => answer.Id)));

    /// <summary>Somebody worded question or answers anew, or left the product out.</summary>
    public bool Changes(Edition draft, IReadOnlyList<Answer> answers) =>
        Same(Question) != Same(draft.Question) || (draft.HasProduct && !WithProduct) || Answers.Count != answers.Count
        || answers.Where((a, i) => Same(a.Body) != Same(Answers[i])).Any()
        || answers.FirstOrDefault(a => a.IsAccepted)?.Position != Accepted;

    /// <summary>Somebody gave it another title; emptied, it is left as it was.</summary>
    public bool Renames(Edition draft) => !string.IsNullOrWhiteSpace(Title) && Same(Title) != Same(draft.Title);

    /// <summary>Every answer of this member's is emptied.</summary>
    public bool Empties(Guid member, IReadOnlyList<Answer> answers) =>
        answers.Any(answer => answer.Member == member) && !answers.Where((answer, i) => answer.Member == member && !string.IsNullOrWhiteSpace(Answers.ElementAtOrDefault(i))).Any();

    /// <summary>What stands beside the words, without them.</summary>
    public DraftForm Beside() => new() { Id = Id, Reason = Reason, Why = Why, To = To, Note = Note };

    /// <summary>The same on the wording that stands there now. Only what was typed is kept: the rest are words somebody has changed since, or that were taken out.</summary>
    /// <param name="draft">As it stands there now.</param>
    /// <param name="answers">Its answers.</param>
    public DraftForm On(Edition draft, IReadOnlyList<Answer> answers)
    {
        var form = Beside();
        if (Question is null && Answers.Count == 0) return form;
        var same = Page == draft.Id && Seen == draft.Revision;
        form.Title = IsTyped(Title, 0) ? Title : null;
        form.Question = IsTyped(Question, 1) ? Question ?? "" : draft.Question;
        form.Answers = [.. answers.Select((answer, i) => Typed(answer, i) ?? answer.Body)];
        form.Accepted = (same || Accepted != WasFirst) && answers.Any(answer => answer.Position == Accepted) ? Accepted : answers.FirstOrDefault(answer => answer.IsAccepted)?.Position ?? 0;
        form.WithProduct = WithProduct || Page != draft.Id;
        return form;

        bool IsTyped(string? text, int place) => same || Was.ElementAtOrDefault(place) is not { } mark || Mark(text) != mark;

        string? Typed(Answer answer, int i)
        {
            var at = Ids.Count > 0 ? Ids.IndexOf(answer.Id) : Answers.Count == answers.Count ? i : -1;
            return at >= 0 && at < Answers.Count && IsTyped(Answers[at], at + 2) ? Answers[at] ?? "" : null;
        }
    }

    /// <summary>What tells a text from another in <see cref="Was"/>.</summary>
    public static string Mark(string? text) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(Same(text))).ToString("x", CultureInfo.InvariantCulture);

    public TypedEdition Read(Edition draft, IReadOnlyList<Answer> answers) => new(
        string.IsNullOrWhiteSpace(Title) ? draft.Title : Title,
        Question,
        answers.Select((a, i) => KeyValuePair.Create(a.Position, Answers.ElementAtOrDefault(i))).ToDictionary(),
        Accepted,
        Seen,
        WithProduct,
        Page);

    // A form sends lines ended by CR and LF.
    private static string Same(string? text) => (text ?? "").Replace("\r\n", "\n").Trim();
}
