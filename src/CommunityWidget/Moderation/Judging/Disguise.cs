namespace CommunityWidget.Moderation.Judging;

/// <summary>What people do to a word so that a program does not know it, undone.</summary>
internal static class Disguise
{
    private const int MostDoubtful = 3;

    /// <summary>Signs and digits as the letters they stand for. One sign stands for an i as often as for an l: each bit of <paramref name="reading"/> makes the next such sign an l, and the last one all that follow.</summary>
    public static ReadOnlySpan<char> Off(ReadOnlySpan<char> word, Span<char> into, int reading = 0)
    {
        var doubtful = 0;
        for (var i = 0; i < word.Length; i++)
        {
            into[i] = IsDoubtful(word[i]) && ((reading >> Math.Min(doubtful++, MostDoubtful - 1)) & 1) == 1 ? 'l' : Letter(word[i]);
        }
        return into[..word.Length];
    }

    /// <summary>In how many ways a word can be read.</summary>
    public static int Readings(ReadOnlySpan<char> word)
    {
        var doubtful = 0;
        foreach (var c in word)
        {
            if (IsDoubtful(c) && ++doubtful == MostDoubtful) break;
        }
        return 1 << doubtful;
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

    private static bool IsDoubtful(char c) => c is '1' or '!' or '|';

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
