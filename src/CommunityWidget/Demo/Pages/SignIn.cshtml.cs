using System.Net;
using CommunityWidget.Pages;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Demo.Pages;

/// <summary>One button to become a person of the demo. There is no password to leak: it works in development only and from this machine only.</summary>
public sealed class DemoSignInModel(DemoSwitch demo, SiteStore sites, MemberStore members, MemberSession session) : OurPage
{
    public DemoPerson Person { get; private set; } = DemoPeople.All[0];

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var person = DemoPeople.Find(RouteData.Values["name"] as string);
        if (demo.SignIn && person is not null && IsFromHere()) Person = person;
        else context.Result = NotFound();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var site = await sites.ByKey(SeedDemo.Key);
        if (site is null || await members.ByEmail(site.Id, Person.Email) is not { } member) return NotFound();
        if (await session.SignIn(HttpContext, member) is { } away) return Explain(away);
        return Redirect(Link(Landing.Of(member)));
    }

    // A proxy on this machine is a neighbour too, but not the one who asks.
    private bool IsFromHere() => HttpContext.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && !Request.Headers.ContainsKey("X-Forwarded-For") && !Request.Headers.ContainsKey("Forwarded");
}
