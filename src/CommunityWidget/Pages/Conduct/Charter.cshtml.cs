using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages.Conduct;

/// <summary>A site's rules, for everybody; a member who has not agreed yet does so here.</summary>
public sealed class CharterModel(SiteStore sites, CharterStore charters, AcceptCharter accept) : OurPage
{
    public ConductTexts C => ConductTexts.In(T.Language);

    public Site Site { get; private set; } = null!;

    public CharterText? Text { get; private set; }

    public string Rules { get; private set; } = "";

    public bool Owes => Me is { Member: var me } && me.Site == Site.Id && me.OwesCharter(Site) && !Accepted;

    [BindProperty(SupportsGet = true)]
    public bool Accepted { get; set; }

    public string Date(long at) => C.Date(at, Site.Hours);

    public void OnGet() => Accepted &= Me is not null;

    public async Task<IActionResult> OnPost(long version, string? language)
    {
        if (Me is not { } me || me.Site.Id != Site.Id) return Redirect(Link("/sign-in"));
        var reply = await accept.Run(me, version, language ?? "");
        return reply.Refusal is { } refusal ? Explain(refusal) : Redirect(Link("/charter?accepted=true"));
    }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = RouteData.Values["slug"] as string;
        if (slug is null && Me is null) context.Result = Redirect(Link("/sign-in?returnTo=/charter"));
        else if ((slug is null ? Me!.Site : await sites.ByAnySlug(slug)) is not { } site) context.Result = NotFound();
        else if (slug is not null && slug != site.Slug && !HttpMethods.IsPost(Request.Method)) context.Result = Moved(site);
        else await Show(site);
        if (context.Result is null) await next();
    }

    protected override string Words(Refusal refusal) => refusal.Code == "changed_meanwhile" ? C.CharterChanged : base.Words(refusal);

    // The site had another short name, and may take it back.
    private RedirectResult Moved(Site site)
    {
        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent(Link($"/charter/{site.Slug}"));
    }

    private async Task Show(Site site)
    {
        Site = site;
        Text = await charters.For(site, T.Language);
        Rules = Text is null ? "" : CharterMarkdown.ToHtml(Text.Body);
    }
}
