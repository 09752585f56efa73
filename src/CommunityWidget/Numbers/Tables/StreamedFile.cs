using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CommunityWidget.Numbers.Tables;

/// <summary>A table whose lines nobody holds all at once: each part is written as it is read. What fails midway is broken off, so that no file looks whole that is not.</summary>
/// <param name="name">Of the file.</param>
/// <param name="parts">The table in parts of the same columns; at least one.</param>
public sealed class StreamedFile(string name, IAsyncEnumerable<NumbersTable> parts) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (answer, begun) = (context.HttpContext.Response, false);
        await foreach (var part in parts.WithCancellation(context.HttpContext.RequestAborted))
        {
            if (!begun)
            {
                var disposition = new ContentDispositionHeaderValue("attachment");
                disposition.SetHttpFileName(name);
                (answer.ContentType, answer.Headers.ContentDisposition) = (TableFile.Type, disposition.ToString());
            }
            await answer.Body.WriteAsync(begun ? TableFile.Lines(part, withHead: false) : TableFile.Write(part), context.HttpContext.RequestAborted);
            begun = true;
        }
    }
}
