using System.Text;

namespace CommunityWidget.Judges.Sets;

/// <summary>Comma-separated values as these sets write them: quotes doubled within quotes, lines within quotes.</summary>
internal static class CsvRows
{
    public static IEnumerable<IReadOnlyList<string>> Of(string text)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"' && (quoted || field.Length == 0)) quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c == ',') End(row, field);
            else if (row.Count > 0 || field.Length > 0)
            {
                End(row, field);
                yield return row;
                row = [];
            }
        }
        if (row.Count == 0 && field.Length == 0) yield break;
        End(row, field);
        yield return row;
    }

    private static void End(List<string> row, StringBuilder field)
    {
        row.Add(field.ToString());
        field.Clear();
    }
}
