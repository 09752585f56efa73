using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>Who a connection belongs to: settled by its ticket before the hub saw it.</summary>
public static class HubCallers
{
    public static VisitorCaller Visitor(this HubCallerContext context) => (VisitorCaller)context.GetHttpContext()!.Caller()!;

    public static MemberCaller Member(this HubCallerContext context) => (MemberCaller)context.GetHttpContext()!.Caller()!;
}
