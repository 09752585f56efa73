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

    public long Accepted { get; set; } = 1;

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

    /// <summary>Somebody worded question or answers anew, or left the product out; the title goes with whatever is decided.</summary>
    public bool Changes(Edition draft, IReadOnlyList<Answer> answers) =>
        Same(Question) != Same(draft.Question) || (draft.HasProduct && !WithProduct) || Answers.Count != answers.Count
        || answers.Where((a, i) => Same(a.Body) != Same(Answers[i])).Any()
        || answers.FirstOrDefault(a => a.IsAccepted)?.Position != Accepted;

    /// <summary>Somebody gave it another title; emptied, it is left as it was.</summary>
    public bool Renames(Edition draft) => !string.IsNullOrWhiteSpace(Title) && Same(Title) != Same(draft.Title);

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
