using System.Globalization;
using System.Net.Mime;
using System.Text;
using CommunityWidget.Numbers.Tables;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CommunityWidget.Admin.Pages;

/// <summary>The audit as a file, however long it is: written as it is read. What somebody typed never becomes a formula in it.</summary>
public sealed class AuditFile(string name, IReadOnlyList<string?> heads, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IActionResult
{
    private const int AtOnce = 1_000;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (answer, gone) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        answer.ContentType = TableFile.Type;
        answer.Headers.ContentDisposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment) { FileName = name }.ToString();
        // With its mark, without which some spreadsheets take it for another encoding.
        await answer.Body.WriteAsync(Encoding.UTF8.GetPreamble(), gone);
        var part = new List<IReadOnlyList<string?>> { heads };
        await foreach (var row in rows)
        {
            part.Add(row);
            if (part.Count < AtOnce) continue;
            await answer.Body.WriteAsync(Bytes(part), gone);
            // Whoever went away reads no more: what is written to them is thrown away without a word.
            gone.ThrowIfCancellationRequested();
            part.Clear();
        }
        await answer.Body.WriteAsync(Bytes(part), gone);
    }

    private static byte[] Bytes(IEnumerable<IReadOnlyList<string?>> part)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (var row in part)
            {
                foreach (var cell in row) csv.WriteField(cell ?? "");
                csv.EndRecord();
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
