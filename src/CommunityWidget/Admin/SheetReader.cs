using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CsvHelper;

namespace CommunityWidget.Admin;

/// <summary>Reads a sheet of people, whatever spreadsheet wrote it: commas, semicolons or tabs; columns in any order, in English or French. Pure.</summary>
public static class SheetReader
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["email"] = ["email", "e-mail", "mail", "courriel", "adresse e-mail", "adresse"],
        ["name"] = ["name", "nom", "prénom", "prenom", "pseudo"],
        ["roles"] = ["roles", "role", "rôles", "rôle"],
        ["languages"] = ["languages", "language", "langues", "langue"],
        ["topics"] = ["topics", "topic", "sujets", "sujet"],
    };

    private static readonly Dictionary<string, string> RoleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["super_user"] = Roles.SuperUser, ["super-user"] = Roles.SuperUser, ["superuser"] = Roles.SuperUser, ["super-utilisateur"] = Roles.SuperUser,
        ["agent"] = Roles.Agent, ["moderator"] = Roles.Moderator, ["modérateur"] = Roles.Moderator, ["moderateur"] = Roles.Moderator,
        ["admin"] = Roles.Admin, ["administrateur"] = Roles.Admin,
    };

    public static Sheet Read(MemberCaller by, string text, IReadOnlySet<string> members, IReadOnlySet<string> invited)
    {
        text = text.ReplaceLineEndings("\n").TrimStart('\uFEFF', '\n');
        if (text.Length > Sheet.MostBytes) return Bad("sheet_too_long", $"{Sheet.MostBytes / 1024}");
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = SeparatorOf(text.Split('\n')[0]),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // A name has one line; a quote that is never closed costs its own line only.
            AllowLineBreaksInQuotes = false,
        });
        if (!csv.Read()) return Bad("sheet_empty");
        var header = csv.Current.ToString();
        var places = Places(csv.Current.ToArray());
        if (!places.ContainsKey("email")) return Bad("sheet_no_email");
        var (lines, seen) = (new List<SheetLine>(), new Dictionary<string, int>());
        while (csv.Read())
        {
            if (csv.Current.ToArray().All(cell => cell == "")) continue;
            if (lines.Count == Sheet.MostLines) return new(header, lines, [new("sheet", "sheet_too_many", $"{Sheet.MostLines}")]);
            lines.Add(Line(by, csv, places, seen, members, invited));
        }
        return new(header, lines, lines.Count == 0 ? [new("sheet", "sheet_empty")] : []);
    }

    private static SheetLine Line(
        MemberCaller by, CsvReader csv, Dictionary<string, int> places, Dictionary<string, int> seen, IReadOnlySet<string> members, IReadOnlySet<string> invited)
    {
        string Cell(string column) => places.TryGetValue(column, out var place) && place < csv.FieldCount ? csv.GetString(place).Trim() : "";
        var number = (int)csv.LineNumber;
        var (faults, notes) = (new List<Fault>(), new List<Fault>());
        var email = MemberStore.Normal(Cell("email"));
        if (!Invitations.IsEmail(email)) faults.Add(new("email", "line_email", Cell("email")));
        else if (!seen.TryAdd(email, number)) faults.Add(new("email", "line_twice", $"{seen[email]}"));
        else if (members.Contains(email)) notes.Add(new("email", "line_member"));
        else if (invited.Contains(email)) notes.Add(new("email", "line_invited"));
        if (PersonName.Clean(Cell("name")).Value is null) faults.Add(new("name", Cell("name") == "" ? "line_no_name" : "line_name"));
        var roles = Words(Cell("roles").Replace("super user", Roles.SuperUser, StringComparison.OrdinalIgnoreCase), word => RoleWords.GetValueOrDefault(word), "line_role", faults);
        var languages = Words(Cell("languages"), word => Language.IsKnown(word.ToLowerInvariant()) ? word.ToLowerInvariant() : null, "line_language", faults);
        var topics = Cells(Cell("topics"), word => TopicOf(by.Site, word), faults);
        // Who is given a role that is none is not shown with another.
        var request = new InvitationRequest(email, Cell("name"), roles.Count > 0 || faults.Any(fault => fault.Code == "line_role") ? roles : [Roles.SuperUser], languages.Count > 0 ? languages : null, topics);
        return new(number, csv.Current.ToString(), request, faults, notes);
    }

    private static List<string> Words(string cell, Func<string, string?> known, string fault, List<Fault> faults) =>
        Known(cell.Split([' ', ',', ';', '|', '/', '+'], StringSplitOptions.RemoveEmptyEntries), known, fault, faults);

    // A topic's name may have spaces: several are parted by something else, unless each word is an id.
    private static List<string> Cells(string cell, Func<string, string?> known, List<Fault> faults)
    {
        var words = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Known(words.All(word => known(word) is not null) ? words : cell.Split([',', ';', '|', '/', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), known, "line_topic", faults);
    }

    private static List<string> Known(IEnumerable<string> words, Func<string, string?> known, string fault, List<Fault> faults)
    {
        var found = new List<string>();
        foreach (var word in words)
        {
            if (known(word) is { } one) found.Add(one);
            else faults.Add(new("", fault, word));
        }
        return [.. found.Distinct()];
    }

    private static string? TopicOf(Site site, string word) => site.Topics.List
        .FirstOrDefault(t => t.Id.Equals(word, StringComparison.OrdinalIgnoreCase) || t.Names.Values.Contains(word, StringComparer.CurrentCultureIgnoreCase))?.Id;

    private static Dictionary<string, int> Places(string[] header) => Columns
        .Select(column => (column.Key, Place: Array.FindIndex(header, cell => column.Value.Contains(cell.Trim().ToLowerInvariant()))))
        .Where(found => found.Place >= 0)
        .ToDictionary(found => found.Key, found => found.Place);

    private static char SeparatorOf(string first) => new[] { ',', ';', '\t' }.MaxBy(d => first.Count(c => c == d));

    private static Sheet Bad(string code, params string[] about) => new("", [], [new("sheet", code, about)]);
}
