using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using RazorSlices;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>Where a shop has no page: its name, its colour and a way on, also under its own name. The sites are as they are remembered, so that it stands with the database away.</summary>
public sealed class ShopsNoPage(SiteStore sites, AnswersDesk desk, AnswerAddress address) : INoPage
{
    public async Task<bool> Write(HttpContext http)
    {
        if (AnswerAddress.SlugIn(http.Request.Path) is not { } slug || await sites.Recall(slug) is not { } site) return false;
        var page = new NoPage(desk, site, http);
        using var frame = Frame.Create(http.RequestServices.GetRequiredService<PageFrames>().Around(page, NoPageHere.Create(page)));
        var html = await frame.RenderAsync(WrittenHtml.Encoder);
        if (ShownElsewhere.SiteOf(http) is { } shown)
        {
            html = ShownHtml.Rewrite(html, shown, address.Origin);
            ShownHtml.AllowUs(http.Response, address.Origin);
        }
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(html));
        return true;
    }
}
