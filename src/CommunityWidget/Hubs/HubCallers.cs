using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>
/// Who a connection belongs to: settled by its ticket before the hub saw it, and remembered with the connection. The request that opened
/// it is no place to ask later: it is taken apart when the line breaks, also under a method that still runs.
/// </summary>
public static class HubCallers
{
    public static Caller? Caller(this HubCallerContext connection) => connection.Items.TryGetValue(typeof(Caller), out var caller) ? (Caller?)caller : null;

    public static void Remember(this HubCallerContext connection, Caller? caller) => connection.Items[typeof(Caller)] = caller;

    public static VisitorCaller Visitor(this HubCallerContext connection) => (VisitorCaller)connection.Caller()!;

    public static MemberCaller Member(this HubCallerContext connection) => (MemberCaller)connection.Caller()!;
}
