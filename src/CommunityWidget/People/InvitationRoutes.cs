using CommunityWidget.Hosting;

namespace CommunityWidget.People;

public static class InvitationRoutes
{
    public static void MapInvitations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/invitations", async (InvitationRequest request, Invitations invitations, HttpContext http) =>
            (await invitations.Invite((MemberCaller)http.Caller()!, request)).ToHttp()).Allow(Permission.Administer);
}
