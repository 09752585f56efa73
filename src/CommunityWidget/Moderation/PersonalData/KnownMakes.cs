using System.Reflection;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Makes, figures and colours that are called like somebody, by their whole name: "Ray-Ban", "Ted Baker", "Dr. Martens", "Heather Grey".</summary>
internal static class KnownMakes
{
    private const int MostWords = 4, LongestWord = 16, Longest = 40;

    private static readonly Lazy<(HashSet<string> Names, HashSet<string> Firsts)> Known = new(Read);

    // What such a make sells, written large as in a heading: no family's name.
    private static readonly HashSet<string> Lines =
    [
        "home", "maison", "paris", "london", "perfume", "parfum", "parfums", "jeans", "shampoo", "conditioner", "bin", "wallpaper", "curtain", "curtains", "cushion", "bedding", "towel", "towels", "sheets", "duvet", "paint", "lamp", "rug", "dress", "shirt", "shoes", "bag", "watch",
        "shoe", "mug", "kettle", "knife", "tray", "set", "kitchen", "magazine", "livre", "livres", "book", "books", "collection", "rideau", "rideaux", "lampe", "sac", "robe", "montre", "poster", "figurine", "air", "gift", "voucher", "sofa", "bed", "table", "chair", "stores",
    ];

    // Whoever has a family's name behind one of them is somebody; the others are whole names.
    private static readonly HashSet<string> Firsts = ["marie claire", "laura ashley", "victor hugo"];

    /// <summary>True when both words of one that stands there are first names that people have together: "Marie Claire", "Laura-Ashley".</summary>
    public static bool AreFirsts(string text, int start, int end)
    {
        if (end - start > Longest) return false;
        Span<char> name = stackalloc char[Longest];
        var length = Cues.Fold(text.AsSpan(start, end - start), name).Length;
        name[..length].Replace('-', ' ');
        return Is(Firsts, name[..length]);
    }

    /// <summary>True for what a make sells.</summary>
    public static bool IsLine(string text, int start, int end)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return end - start <= LongestWord && Is(Lines, Cues.Fold(text.AsSpan(start, end - start), folded));
    }

    /// <summary>Where one ends that begins at a place; that place where none does.</summary>
    public static int End(string text, int start)
    {
        Span<char> name = stackalloc char[Longest];
        var (at, length, end) = (start, 0, start);
        for (var words = 0; words < MostWords; words++)
        {
            var stop = at;
            while (stop < text.Length && stop - at <= LongestWord && char.IsLetter(text[stop])) stop++;
            if (stop == at || stop - at > LongestWord || length + 1 + stop - at > Longest) break;
            if (words > 0) name[length++] = ' ';
            length += Cues.Fold(text.AsSpan(at, stop - at), name[length..]).Length;
            if (words == 0 && !Is(Known.Value.Firsts, name[..length])) break;
            // "Ray-Bans", and not "Paul Smith-Jones".
            if ((Is(Known.Value.Names, name[..length]) || (name[length - 1] == 's' && Is(Known.Value.Names, name[..(length - 1)]))) && !(stop + 1 < text.Length && text[stop] == '-' && char.IsLetter(text[stop + 1]))) end = stop;
            at = Past(text, stop);
            if (at == stop) break;
        }
        return end;
    }

    // "Ray-Ban", "Dr. Martens", "Dr.Martens", "Marc O'Polo".
    private static int Past(string text, int at)
    {
        if (at < text.Length && text[at] is '.') at++;
        return at < text.Length && text[at] is ' ' or '-' or '\'' or '’' ? at + 1 : at;
    }

    private static bool Is(HashSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static (HashSet<string> Names, HashSet<string> Firsts) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("personal/makes.txt") ?? throw new InvalidOperationException("The program was built without its makes.");
        using var reader = new StreamReader(stream);
        var (names, firsts) = (new HashSet<string>(), new HashSet<string>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            names.Add(line);
            firsts.Add(line[..line.IndexOf(' ', StringComparison.Ordinal)]);
        }
        return (names, firsts);
    }
}
