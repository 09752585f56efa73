using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages;

/// <summary>A page for members with one permission. Others are shown where to sign in, or the way to a page of theirs.</summary>
public abstract class MemberPage(Access access) : OurPage
{
    protected abstract Permission Needs { get; }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Me is null)
        {
            context.Result = Redirect(Link("/sign-in" + QueryString.Create("returnTo", Request.Path)));
            return;
        }
        var refusal = await access.Authorize(Me, Needs, Action(context), RouteData.Values["id"] as string);
        if (refusal is null) await next();
        else context.Result = Redirect(Link("/not-yours"));
    }

    // The page's own address, not what was typed into it; and which of its buttons.
    private string Action(PageHandlerExecutingContext context) =>
        $"{Request.Method} /{context.ActionDescriptor.AttributeRouteInfo?.Template}{(context.HandlerMethod?.Name is { Length: > 0 } button ? $"?handler={button}" : "")}";
}
