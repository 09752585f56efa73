using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.Hubs;

/// <summary>The POST twins of what a member does on a hub beside writing and ending: where sockets are blocked, polling is a whole console.</summary>
public static class MemberTwins
{
    public static void MapMemberTwins(this IEndpointRouteBuilder routes)
    {
        HelpDoors.Map(routes);
        routes.MapPost("/api/console/available", async (PostedAvailable posted, HttpContext http, MemberDoors doors) =>
            (await doors.Availability.Run(Me(http), posted.Available)).ToHttp()).Allow(Permission.Answer).WithName("SetAvailable");

        var offer = routes.MapGroup("/api/offers/{id:guid}");
        offer.MapPost("/accept", async (Guid id, HttpContext http, MemberDoors doors) =>
            (await doors.Seen(Me(http), doors.Accept.Run(Me(http), id))).ToHttp()).Allow(Permission.Answer).WithName("AcceptOffer");
        offer.MapPost("/decline", async (Guid id, HttpContext http, MemberDoors doors) =>
            (await doors.Decline.Run(Me(http), id)).ToHttp()).Allow(Permission.Answer).WithName("DeclineOffer");
        offer.MapPost("/undo-decline", async (Guid id, HttpContext http, MemberDoors doors) =>
            (await doors.UndoDecline.Run(Me(http), id)).ToHttp()).Allow(Permission.Answer).WithName("UndoDecline");

        var thread = routes.MapGroup("/api/threads/{id}");
        thread.MapPost("/take", async (string id, HttpContext http, MemberDoors doors) =>
            (await doors.Seen(Me(http), doors.Take.Run(Me(http), id))).ToHttp()).Allow(Permission.Answer).WithName("TakeThread");
        thread.MapPost("/join", async (string id, HttpContext http, MemberDoors doors) =>
            (await doors.Seen(Me(http), doors.Helping.Join(Me(http), id))).ToHttp()).Allow(Permission.Answer).WithName("JoinThread");
        thread.MapPost("/release", async (string id, PostedRelease posted, HttpContext http, MemberDoors doors) =>
            (await doors.Release.Run(Me(http), id, posted.Fence)).ToHttp()).Allow(Permission.Answer).WithName("ReleaseThread");
        thread.MapPost("/undo-end", async (string id, HttpContext http, MemberDoors doors) =>
            (await doors.Seen(Me(http), doors.UndoEnd.Run(Me(http), id))).ToHttp()).Allow(Permission.Answer).WithName("UndoEnd");
    }

    private static MemberCaller Me(HttpContext http) => (MemberCaller)http.Caller()!;
}

/// <summary>Body of <c>POST /api/console/available</c>.</summary>
public sealed record PostedAvailable(bool Available);

/// <summary>Body of <c>POST /api/threads/{id}/release</c>.</summary>
/// <param name="Fence">The fence last seen.</param>
public sealed record PostedRelease(long Fence);
