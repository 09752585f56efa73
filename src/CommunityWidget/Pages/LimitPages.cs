using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommunityWidget.Pages;

/// <summary>A page of ours costs a member of their share, as a call of the API does.</summary>
public sealed class LimitPages(CallLimits limits) : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Caller() is not MemberCaller me || limits.Take(me) is not { } refusal) return;
        context.HttpContext.Response.Headers.RetryAfter = refusal.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        context.Result = new StatusCodeResult(Problems.Status(refusal));
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
