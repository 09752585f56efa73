using System.Text.RegularExpressions;

namespace CommunityWidget.Tests.Architecture;

/// <summary>Reads from sources which room knows which: by <c>using</c>, by full name, or by a name that begins with the room (<c>Threads.ThreadStore</c>).</summary>
public static partial class Arrows
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    public static IReadOnlyList<Arrow> Of(IEnumerable<SourceFile> files, IReadOnlySet<RoomType> types) =>
        [.. files.SelectMany(file => Known(file, types).Distinct().Select(to => new Arrow(RoomOf(file), to, file.Path)))];

    public static IReadOnlyList<Arrow> Forbidden(IEnumerable<SourceFile> files, IReadOnlySet<RoomType> types) =>
        [.. Of(files, types).Where(a => !Rooms.May(a.From, a.To))];

    /// <summary>The types each room declares.</summary>
    public static IReadOnlySet<RoomType> Types(IEnumerable<SourceFile> files) => files
        .SelectMany(file => Declared().Matches(Code(file)).Select(m => new RoomType(RoomOf(file), m.Groups["name"].Value)))
        .ToHashSet();

    /// <summary>The folder under the product's own; a file beside Program.cs is in no room.</summary>
    public static string RoomOf(SourceFile file) => file.Path.Split('/') is [_, _, var room, _, ..] ? room : Rooms.Program;

    // A string may look like a full name: only rooms count.
    private static IEnumerable<string> Known(SourceFile file, IReadOnlySet<RoomType> types)
    {
        var code = Code(file);
        return Full().Matches(code).Select(m => m.Groups["room"].Value).Where(Rooms.All.Contains)
            .Concat(Relative().Matches(code).Where(m => types.Contains(new(m.Groups["room"].Value, m.Groups["name"].Value))).Select(m => m.Groups["room"].Value));
    }

    // Comments may name what code may not.
    private static string Code(SourceFile file) => Comments().Replace(file.Text, "");

    [GeneratedRegex(@"\bCommunityWidget\.(?<room>[A-Z]\w*)", Options, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\w.])(?<room>[A-Z]\w*)\.(?<name>[A-Z]\w*)", Options, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^\s*(public|internal|private|file|static|sealed|abstract|partial|readonly|\s)*(class|record struct|record|interface|enum|struct) (?<name>[A-Z]\w*)", Options, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*//.*$|(?<=[;{},)\s])//[^""\n]*$|^namespace .*$|@\*[\s\S]*?\*@", Options, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Comments();
}

/// <summary>A type and the room it is declared in.</summary>
public sealed record RoomType(string Room, string Name);

/// <summary>One room knows another, seen in a file.</summary>
public sealed record Arrow(string From, string To, string File);
