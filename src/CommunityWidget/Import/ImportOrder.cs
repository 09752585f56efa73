using System.Text;

namespace CommunityWidget.Import;

/// <summary>What somebody wants brought in, as they said it.</summary>
public sealed record ImportOrder
{
    public const string Usage = """
        import FILE --site SLUG [options]
        import --undo FILE --site SLUG [--dry-run]   takes back what FILE brought: its pages answer 410
          --dry-run             reads and judges everything, stores nothing
          --review              leaves every page to a moderator; otherwise only doubtful ones
          --language TAG        the language of rows that do not say theirs; otherwise it is recognised
          --dates dmy|mdy       how 03/04/2024 is meant; otherwise day first, and in English refused
          --names initials|full how authors are shown; "Jean Dupont" becomes "Jean D." unless you say full
          --encoding NAME       of the file, such as windows-1252; otherwise it is recognised
        By importing, the site says that it may publish these texts; that is written into its audit.
        """;

    private static readonly string[] Flags = ["dry-run", "review", "undo"], Values = ["site", "language", "dates", "names", "encoding"];

    // Settings of the program that have no section.
    private static readonly string[] Settings = ["urls", "environment", "contentroot", "publicurl"];

    public string File { get; init; } = "";
    public string Site { get; init; } = "";
    public bool IsDryRun { get; init; }

    /// <summary>What the file brought is taken back; by its name, or the import's id.</summary>
    public bool IsUndo { get; init; }

    /// <summary>Nothing becomes public by itself.</summary>
    public bool ToReview { get; init; }

    public string? Language { get; init; }

    /// <summary>Null where nobody said whether the day stands first.</summary>
    public bool? DayFirst { get; init; }

    public bool FullNames { get; init; }

    public Encoding? Encoding { get; init; }

    /// <summary>The order, or a sentence about what is wrong with it.</summary>
    public static (ImportOrder? Order, string? Trouble) Read(IReadOnlyList<string> words)
    {
        var (said, files) = (new Dictionary<string, string>(), new List<string>());
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(words[at]);
                continue;
            }
            var (name, value) = words[at][2..].Split('=', 2) is [var left, var right] ? (left, right) : (words[at][2..], null);
            // Settings of the program, such as where the database is.
            if (name.Contains(':') || Settings.Contains(name.ToLowerInvariant()) || (value is not null && !Values.Contains(name)))
            {
                if (value is null) at++;
            }
            else if (Flags.Contains(name)) said[name] = "";
            else if (!Values.Contains(name)) return (null, $"There is no option --{name}.");
            else if (value is not null || at + 1 < words.Count) said[name] = value ?? words[++at];
            else return (null, $"--{name} needs a word behind it.");
        }
        return files.Count == 1 ? Of(files[0], said) : (null, files.Count == 0 ? "Say which file." : "One file at a time.");
    }

    private static (ImportOrder? Order, string? Trouble) Of(string file, Dictionary<string, string> said)
    {
        if (!said.TryGetValue("site", out var site)) return (null, "Say which site, by its slug: --site SLUG.");
        if (said.GetValueOrDefault("dates") is { } dates and not "dmy" and not "mdy") return (null, $"--dates is dmy or mdy, not {dates}.");
        if (said.GetValueOrDefault("names") is { } names and not "initials" and not "full") return (null, $"--names is initials or full, not {names}.");
        var (encoding, isKnown) = EncodingOf(said.GetValueOrDefault("encoding"));
        if (!isKnown) return (null, $"There is no encoding {said["encoding"]}. Try windows-1252, iso-8859-15 or utf-16.");
        return (new()
        {
            File = file,
            Site = site,
            IsDryRun = said.ContainsKey("dry-run"),
            IsUndo = said.ContainsKey("undo"),
            ToReview = said.ContainsKey("review"),
            Language = said.GetValueOrDefault("language"),
            DayFirst = said.TryGetValue("dates", out var order) ? order == "dmy" : null,
            FullNames = said.GetValueOrDefault("names") == "full",
            Encoding = encoding,
        }, null);
    }

    private static (Encoding? Encoding, bool IsKnown) EncodingOf(string? name)
    {
        if (name is null) return (null, true);
        try
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name), true);
        }
        catch (ArgumentException)
        {
            return (null, false);
        }
    }
}
