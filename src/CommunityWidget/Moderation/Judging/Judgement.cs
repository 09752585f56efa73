using CommunityWidget.Contracts;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Judging;

/// <summary>What the judges say of a text, and why: also what "Try a phrase" shows.</summary>
/// <param name="Language">In which language it was judged.</param>
/// <param name="Refusal">Set when it is refused.</param>
/// <param name="Reasons">Of <see cref="JudgedReasons"/>.</param>
/// <param name="Masked">The text without personal data.</param>
/// <param name="Score">How sure the model is that somebody is insulted, 0 to 1.</param>
/// <param name="Threshold">From where on it is held.</param>
public sealed record Judgement(string Language, Refusal? Refusal, IReadOnlyList<string> Reasons, MaskedText Masked, float Score, float Threshold)
{
    public bool IsHeld => Refusal is null && Reasons.Count > 0;

    /// <summary>As it is stored; not to be asked of what is refused.</summary>
    public Judged AsJudged() => (IsHeld, Masked.IsChanged) switch
    {
        (true, _) => new Judged(Verdicts.Held, Masked.IsChanged ? Masked.Text : null, Reasons),
        (_, true) => new Judged(Verdicts.Masked, Masked.Text, [JudgedReasons.PersonalData]),
        _ => Judged.Passed,
    };
}
