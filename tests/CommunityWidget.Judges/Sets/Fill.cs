namespace CommunityWidget.Judges.Sets;

/// <summary>Sentences made of shapes with gaps, such as <c>{thing} is late</c>, and of what fills them: each shape several times, never twice in the same words, always in the same order.</summary>
internal static class Fill
{
    public static IEnumerable<string> All(int times, IReadOnlyDictionary<string, string[]> fillings, IReadOnlyList<string> shapes) =>
        shapes.SelectMany((shape, i) => Enumerable.Range(0, shape.Contains('{', StringComparison.Ordinal) ? times : 1).Select(time => One(shape, (i * 7) + time, fillings))).Distinct(StringComparer.Ordinal);

    /// <summary>The same sentences, and letters of three of them.</summary>
    public static IEnumerable<string> WithLetters(IEnumerable<string> sentences)
    {
        var all = sentences.ToArray();
        new Random(all.Length).Shuffle(all);
        return [.. all, .. all.Chunk(3).Select(some => string.Join(' ', some))];
    }

    // Gaps move on at different paces, so that no two fillings always come together.
    private static string One(string shape, int start, IReadOnlyDictionary<string, string[]> fillings)
    {
        var (said, pace) = (shape, 1);
        for (var open = said.IndexOf('{', StringComparison.Ordinal); open >= 0; open = said.IndexOf('{', open))
        {
            var close = said.IndexOf('}', open);
            var words = fillings[said[(open + 1)..close]];
            said = string.Concat(said.AsSpan(0, open), words[(start * pace) % words.Length], said.AsSpan(close + 1));
            pace += 2;
        }
        return said;
    }
}
