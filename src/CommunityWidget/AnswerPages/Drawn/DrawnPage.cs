using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using RazorSlices;

namespace CommunityWidget.AnswerPages.Drawn;

/// <summary>
/// A page whose Razor writes straight into the answer. The framework's views look up, make and buffer a thing of its own for each part of a page, which costs more
/// than the query; that is well where a page is seen by one person, not where a crawler reads thousands that nobody has read for a while.
/// </summary>
internal sealed class DrawnPage(AnswersPage page, RazorSlice drawn) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        using var frame = Frame.Create(context.HttpContext.RequestServices.GetRequiredService<PageFrames>().Around(page, drawn));
        await frame.RenderAsync(response.BodyWriter, WrittenHtml.Encoder);
        await response.BodyWriter.FlushAsync();
    }
}

internal static class Drawing
{
    /// <summary>Shows a page by its slice.</summary>
    public static IActionResult Drawn(this AnswersPage page, RazorSlice drawn) => new DrawnPage(page, drawn);

    /// <summary>A slice as a part of a page that the framework's views draw.</summary>
    public static async Task<IHtmlContent> Html(this RazorSlice slice)
    {
        using (slice) return new HtmlString(await slice.RenderAsync());
    }
}
