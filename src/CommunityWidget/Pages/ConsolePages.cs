using CommunityWidget.Hosting;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages;

/// <summary>A page that is all script, and shows pictures of the shop's products: those of its own origins, and no others.</summary>
public abstract class ScriptPage(Access access) : MemberPage(access)
{
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Me is { } me) SecurityHeaders.AllowPictures(Response, me.Site.OriginList);
        return base.OnPageHandlerExecutionAsync(context, next);
    }
}

public sealed class ConsoleModel(Access access) : ScriptPage(access)
{
    protected override Permission Needs => Permission.Answer;
}

public sealed class InboxModel(Access access) : ScriptPage(access)
{
    protected override Permission Needs => Permission.TakeWaiting;
}
