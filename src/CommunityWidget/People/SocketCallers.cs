using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Who opens a socket, by the ticket in its address; and whether they are still who they were.</summary>
public sealed class SocketCallers(Tickets tickets, SiteStore sites, VisitorStore visitors, MemberStore members, PublicAddress address, TimeProvider clock)
{
    public async Task<Identified> Identify(HttpRequest request, string hub)
    {
        if (tickets.Read(request.Query["ticket"]) is not { } ticket || ticket.Hub != hub) return new(Refusals.NotSignedIn);
        if (await Holder(ticket) is not { } caller) return new(Refusals.NotSignedIn);
        // Browsers let any page open a socket to anywhere and only tell us which page it was.
        var origin = caller is VisitorCaller ? address.MayCall(caller.Site, request) : address.IsOwn(request, request.Headers.Origin);
        var refusal = origin ? tickets.MayOpen(caller, hub) ?? await tickets.Redeem(ticket) : Refusals.OriginNotAllowed;
        return refusal is null ? new(null, caller.Site, caller) : new(refusal);
    }

    /// <summary>Who is behind an open socket, and on what site, read anew; null once a member may no longer be here.</summary>
    public async ValueTask<Caller?> Still(Caller caller)
    {
        var site = await sites.Get(caller.Site.Id);
        if (caller is not MemberCaller before) return ReferenceEquals(site, caller.Site) ? caller : caller with { Site = site };
        var member = await members.Find(before.Id);
        return IsGone(before, member) ? null : new MemberCaller(site, member!);
    }

    /// <summary>Which of these members may not be here any more.</summary>
    public async Task<IReadOnlySet<Guid>> Gone(IReadOnlyCollection<MemberCaller> callers)
    {
        if (callers.Count == 0) return new HashSet<Guid>();
        var present = (await members.Find([.. callers.Select(c => c.Id)])).ToDictionary(m => m.Id);
        return callers.Where(c => IsGone(c, present.GetValueOrDefault(c.Id))).Select(c => c.Id).ToHashSet();
    }

    private bool IsGone(MemberCaller before, Member? now) =>
        now is null || now.SuspendedAt(clock.NowMs()) || now.SignInStamp != before.Member.SignInStamp;

    private async Task<Caller?> Holder(Ticket ticket)
    {
        var site = await sites.Get(ticket.Site);
        if (ticket.IsVisitor) return await visitors.Find(ticket.Who) is { } visitor && visitor.Site == site.Id ? new VisitorCaller(site, visitor with { OnlyThread = ticket.OnlyThread }) : null;
        var member = await members.Find(ticket.Who);
        return member is null || member.Site != site.Id || member.SuspendedAt(clock.NowMs()) ? null : new MemberCaller(site, member);
    }
}
