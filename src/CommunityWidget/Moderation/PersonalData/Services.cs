namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Telephones that cost who calls nothing or are shared by many: a shop's, a maker's, an office's. Nobody's own, unless somebody says so.</summary>
internal static class Services
{
    private const int WordsOfASentence = 4, Looked = 160, OfferedWithin = 8;

    private static readonly string[] American = ["800", "888", "877", "866", "855", "844", "833"];

    private static readonly string[] Australian = ["1300", "1800"];

    // France's and Britain's.
    private static readonly string[] Shared = ["080", "081", "082", "089"];

    public static readonly HashSet<string> Own = ["my", "me", "mine", "moi", "mon", "ma", "joignable"];

    // "Please feel free to call me": whoever says so speaks for a shop.
    private static readonly HashSet<string> Offered = ["hesitate", "hesitez"], Feel = ["feel"], Free = ["free"];

    /// <summary>Up to which group one goes that may stand: in a sentence, and nobody says it is theirs. Null when none begins here.</summary>
    public static int? End(string text, in DigitRun run, int from)
    {
        for (var to = run.Count; to > from; to--)
        {
            if (run.DigitsIn(from, to) is 10 or 11 && IsFree(run, from, to)) return IsSentence(text) && !IsOwn(text, run.StartOf(from)) ? to : null;
        }
        return null;
    }

    /// <summary>The same for ten digits that were read apart.</summary>
    public static bool MayStand(string text, int start, ReadOnlySpan<char> ten) => IsShared(ten) && IsSentence(text) && !IsOwn(text, start);

    private static bool IsOwn(string text, int start) => Cues.Before(text, start, Own, words: 4)
        && !Cues.Before(text, start, Offered, OfferedWithin) && !(Cues.Before(text, start, Feel, OfferedWithin) && Cues.Before(text, start, Free, OfferedWithin));

    private static bool IsShared(ReadOnlySpan<char> number) => Is(Shared, number[..3]) || number.StartsWith("0969", StringComparison.Ordinal);

    private static bool IsFree(in DigitRun run, int from, int to)
    {
        Span<char> digits = stackalloc char[DigitRun.MostDigits];
        var number = run.Join(from, to, digits);
        if (number.Length == 11 && number[0] == '1') return Is(American, number[1..4]);
        if (number[0] != '0') return number.Length == 10 && ((run.LengthOf(from) == 3 && Is(American, number[..3])) || Is(Australian, number[..4]));
        return IsShared(number);
    }

    /// <summary>Whether a text says more than what stands between two places: a number with a word before it, and nothing else, is somebody's who leaves it.</summary>
    public static bool IsSentence(string text, int start, int end)
    {
        var words = 0;
        return Says(text.AsSpan(0, Math.Min(start, Looked)), ref words) || Says(text.AsSpan(end, Math.Min(text.Length - end, Looked)), ref words);
    }

    private static bool IsSentence(string text) => IsSentence(text, 0, 0);

    private static bool Says(ReadOnlySpan<char> text, ref int words)
    {
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetter(c);
            if (letter && !inside && ++words >= WordsOfASentence) return true;
            inside = letter;
        }
        return false;
    }

    private static bool Is(string[] all, ReadOnlySpan<char> number)
    {
        foreach (var one in all)
        {
            if (number.SequenceEqual(one)) return true;
        }
        return false;
    }
}
