using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The shop says who is looking at its page: exchanged for a token of this device, and for the conversation they left on another one.</summary>
public sealed class IdentifyVisitor(Db db, VerifyIdentity verify, VisitorSessions sessions, IdentityKeys keys, ThreadStore threads, TimeProvider clock)
{
    public async Task<Reply<IdentityWelcome>> Run(Site site, string? token)
    {
        var identity = await verify.Run(site, token);
        if (identity.Fault is not null) return Refusals.IdentityNotValid;
        return await db.Write<IdentityWelcome>(async tx =>
        {
            if (!await sessions.Use(tx, site.Id, identity)) return Refusals.IdentityNotValid;
            var visitor = await sessions.Of(tx, site.Id, identity.Subject);
            await keys.Used(tx, identity.Key!, clock.NowMs());
            var (secret, until) = await sessions.Begin(tx, visitor.Id, identity.Key!.Id);
            var thread = await threads.LatestOf(tx, visitor.Id);
            return new IdentityWelcome(secret, until, thread?.PublicId, thread is not null && thread.State != ThreadStates.Closed);
        });
    }
}

public static class IdentityRoutes
{
    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/identity", async (PostedIdentity posted, IdentifyVisitor identify, HttpContext http) => http.NamedSite() is { } site
            ? (await identify.Run(site, posted.Token)).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Tries);
        // Whoever holds a token may give it up, whatever else it opens: it is no credential here, but what is ended.
        routes.MapPost("/api/visitors/leave", async (PostedIdentity given, VisitorSessions sessions, ConductSignal signal, HttpContext http) => http.NamedSite() is { } site
            ? (await sessions.End(site.Id, given.Token, signal.Raise)).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Tries);
    }
}
