namespace CommunityWidget.Judges.Sets;

/// <summary>One row of a set.</summary>
/// <param name="Text">What was written.</param>
/// <param name="IsBad">Whether people called it an insult, hate, abuse or toxic.</param>
internal sealed record LabelledText(string Text, bool IsBad);

/// <summary>A set of labelled texts, split once and for all by the text itself: the same words are never on both sides.</summary>
/// <param name="Name">As it is called in the report.</param>
/// <param name="Language">Two letters.</param>
/// <param name="MayTrain">Whether its licence lets a shipped model be trained from it.</param>
/// <param name="Rows">All of it.</param>
internal sealed record TextSet(string Name, string Language, bool MayTrain, IReadOnlyList<LabelledText> Rows)
{
    public IEnumerable<LabelledText> Train => MayTrain ? Rows.Where(row => Place(row.Text) >= 5) : [];

    /// <summary>In how many parts what is trained from is cut, to choose thresholds by rows that a model did not see.</summary>
    public const int Parts = 3;

    public IEnumerable<LabelledText> PartOf(int part) => Train.Where(row => Place(row.Text) % Parts == part);

    public IEnumerable<LabelledText> AllBut(int part) => Train.Where(row => Place(row.Text) % Parts != part);

    /// <summary>A quarter of the rows; all of a set that is never trained from.</summary>
    public IReadOnlyList<LabelledText> Test => MayTrain ? [.. Rows.Where(row => Place(row.Text) < 5)] : Rows;

    // 0 to 19, by the letters alone, so that copies with another comma stay together.
    private static int Place(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) hash = (hash ^ char.ToLowerInvariant(c)) * 16777619u;
        }
        return (int)((hash ^ (hash >> 16)) % 20);
    }
}
