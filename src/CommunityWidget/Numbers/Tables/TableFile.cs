using System.Globalization;
using System.Text;
using CsvHelper;

namespace CommunityWidget.Numbers.Tables;

/// <summary>A table as a file that spreadsheets open. What somebody typed never becomes a formula there.</summary>
public static class TableFile
{
    public const string Type = "text/csv; charset=utf-8";

    // With its mark, without which some take it for another encoding.
    public static byte[] Write(NumbersTable table) => [.. Encoding.UTF8.GetPreamble(), .. Lines(table, withHead: true)];

    /// <summary>Its lines alone: for what is written as it is read.</summary>
    public static byte[] Lines(NumbersTable table, bool withHead)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            if (withHead)
            {
                foreach (var column in table.Columns) csv.WriteField(column.Head);
                csv.EndRecord();
            }
            foreach (var row in table.Rows)
            {
                foreach (var cell in row) csv.WriteField(Plain(cell.Value));
                csv.EndRecord();
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Plain(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
