namespace CommunityWidget.Moderation.Judging;

/// <summary>What people do to a word so that a program does not know it, undone.</summary>
internal static class Disguise
{
    /// <summary>Signs and digits as the letters they stand for.</summary>
    public static ReadOnlySpan<char> Off(ReadOnlySpan<char> word, Span<char> into)
    {
        for (var i = 0; i < word.Length; i++) into[i] = Letter(word[i]);
        return into[..word.Length];
    }

    /// <summary>Three of a letter or more as one: <c>foooool</c>.</summary>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> word, Span<char> into) => Squeeze(word, into, longest: 2, to: 2);

    /// <summary>Every run as one letter.</summary>
    public static ReadOnlySpan<char> SqueezeAll(ReadOnlySpan<char> word, Span<char> into) => Squeeze(word, into, longest: 2, to: 1);

    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> word, Span<char> into, int longest, int to)
    {
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var end = i + 1;
            while (end < word.Length && word[end] == word[i]) end++;
            var keep = end - i > longest ? to : end - i;
            for (var k = 0; k < keep; k++) into[length++] = Letter(word[i]);
            i = end;
        }
        return into[..length];
    }

    private static char Letter(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    };
}
