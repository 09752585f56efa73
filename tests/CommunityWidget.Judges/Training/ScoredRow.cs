using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>What a model, the lists and the rules say of a row: all that a threshold asks.</summary>
internal sealed record ScoredRow(bool IsBad, bool IsSure, bool IsClue, bool OfGroup, int Words, float Score, float ShopTalk)
{
    public static ScoredRow Of(LabelledText row, string language, TextModel model)
    {
        using var text = new ReadText(row.Text);
        var steps = 0;
        var clues = Clues.Of(text, Tongue.Of(text, language), ref steps);
        var (score, talk) = model.Of(text, clues);
        return new(row.IsBad, clues.IsSure || clues.AgainstGroup, clues.IsClue, clues.OfGroup, text.Count, score, talk);
    }

    /// <summary>What the lists are sure of is held whatever the model says.</summary>
    public bool IsHeld(TextModel.Bounds bounds) => IsSure || Score >= bounds.Of(IsClue, OfGroup, Words, ShopTalk);
}

/// <summary>The scored rows of one set, and what is to be beaten on them.</summary>
internal sealed record ScoredSet(string Name, IReadOnlyList<ScoredRow> Rows)
{
    public int Bad { get; } = Rows.Count(row => row.IsBad);

    public Bar Bar { get; init; } = Bar.None;
}
