using System.Reflection;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>First names of many countries, and what looks like somebody's name and is a make.</summary>
internal static class GivenNames
{
    private const int Longest = 16;

    private static readonly Lazy<HashSet<string>> Known = new(Read);

    // Whose goods shops sell, and whom everybody knows: hidden, a question would not be understood.
    private static readonly HashSet<string> Makes =
    [
        "klein", "hilfiger", "lauren", "kors", "boss", "dior", "gaultier", "rocher", "spade", "madden", "ashley", "callender", "jacobs", "stewart", "saint", "deere", "lewis", "levi", "levis", "potter", "pan", "girafe", "claire", "christmas",
        "noel", "hugo", "lagerfeld", "valentino", "versace", "armani", "cardin", "tilbury", "bobbi", "kay", "daniels", "beam", "walker", "edison", "tesla", "hardy", "sherman", "cole", "mccartney", "westwood", "oliver", "ramsay", "slim", "denim",
        "lobb", "coupe", "brut", "bleu", "noir", "blanc", "mitchell", "labs", "christie", "louboutin", "vuitton", "lacoste", "perry", "arden", "rubinstein", "demeulemeester", "gucci", "dogg", "jones", "bean", "pepper", "crow", "robotics", "lite", "guess", "guest",
    ];

    // "Mary Lou": one first name in two words.
    private static readonly HashSet<string> Firsts = ["Mary", "Betty", "Billie", "Bobbie", "Peggy", "Cindy", "Becky"], Seconds = ["Jo", "Lou", "Ann", "Anne", "Beth", "Sue", "Ellen"];

    /// <summary>True when two words are one first name.</summary>
    public static bool AreOne(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Firsts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first) && Seconds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(second);

    /// <summary>A first name that is known, or the first of two with a hyphen.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen > 0 ? Is(Known.Value, word[..hyphen]) : Is(Known.Value, word);
    }

    /// <summary>True when a word may follow a first name and make a person of it.</summary>
    public static bool MayFollow(ReadOnlySpan<char> word) => word.Length > 1 && !Is(Makes, word) && !Cues.IsGoods(word);

    private static bool Is(HashSet<string> all, ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return word.Length <= Longest && all.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(word, folded));
    }

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("personal/given-names.txt") ?? throw new InvalidOperationException("The program was built without its first names.");
        using var reader = new StreamReader(stream);
        var names = new HashSet<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') names.Add(line);
        }
        return names;
    }
}
