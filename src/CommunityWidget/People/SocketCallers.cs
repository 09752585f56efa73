using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Who opens a socket, by the ticket in its address; and whether they are still who they were.</summary>
public sealed class SocketCallers(Tickets tickets, RedeemTickets redeem, SiteStore sites, MemberStore members, VisitorStore visitors, PublicAddress address, TimeProvider clock)
{
    // Longer than any node takes to look at its open sockets, and than a ticket lives.
    private const long LeftMs = 120_000;

    public async Task<Identified> Identify(HttpRequest request, string hub)
    {
        if (tickets.Read(request.Query["ticket"]) is not { } ticket || ticket.Hub != hub) return new(Refusals.NotSignedIn);
        var site = await sites.Get(ticket.Site);
        // Browsers let any page open a socket to anywhere and only tell us which page it was.
        if (!(ticket.IsVisitor ? address.MayCall(site, request) : address.IsOwn(request, request.Headers.Origin))) return new(Refusals.OriginNotAllowed);
        var redeemed = await redeem.Run(ticket);
        if (redeemed.Value is not { } holder) return new(redeemed.Refusal);
        if (Holder(holder, site, ticket) is not { } caller) return new(Refusals.NotSignedIn);
        if (IsUnsigned(caller, site)) return new(Refusals.IdentityRequired);
        var refusal = tickets.MayOpen(caller, hub);
        return refusal is null ? new(null, site, caller) : new(refusal);
    }

    /// <summary>Who is behind an open socket, and on what site, read anew; null once they may no longer be here. Of a visitor nothing is asked of the database.</summary>
    public async ValueTask<Caller?> Still(Caller caller)
    {
        var site = await sites.Get(caller.Site.Id);
        if (IsUnsigned(caller, site) || (caller is VisitorCaller { Visitor: { Session: not null } device } && device.SessionEnds <= clock.NowMs())) return null;
        if (caller is not MemberCaller before) return ReferenceEquals(site, caller.Site) ? caller : caller with { Site = site };
        var member = before.Browser is { } browser ? await members.OfSession(before.Id, before.Member.SignInStamp, browser) : await members.Find(before.Id);
        return IsGone(before, member) ? null : before with { Site = site, Member = member! };
    }

    /// <summary>Which of these members may not be here any more, each as they were when their line opened: one from before may stand beside one from after.</summary>
    public async Task<IReadOnlySet<MemberCaller>> Gone(IReadOnlyCollection<MemberCaller> callers)
    {
        var gone = new HashSet<MemberCaller>(ReferenceEqualityComparer.Instance);
        if (callers.Count == 0) return gone;
        var present = (await members.Sessions([.. callers.Select(c => c.Id).Distinct()])).ToDictionary(m => m.Id);
        var ended = (await members.Ended([.. callers.Select(c => c.Browser).OfType<Guid>().Distinct()])).ToHashSet();
        gone.UnionWith(callers.Where(c => (c.Browser is { } browser && ended.Contains(browser)) || IsGone(c, present.GetValueOrDefault(c.Id))));
        return gone;
    }

    /// <summary>Which of these devices are still signed in.</summary>
    public async Task<IReadOnlySet<string>> Standing(IReadOnlyCollection<string> devices) =>
        devices.Count == 0 ? new HashSet<string>() : (await visitors.Standing([.. devices])).ToHashSet();

    /// <summary>Who gave up their own token so lately that a node may have a line of theirs open.</summary>
    public async Task<IReadOnlySet<Guid>> Left() => (await visitors.LeftSince(clock.NowMs() - LeftMs)).ToHashSet();

    /// <summary>A visitor nobody vouches for, on a site that serves no such any more.</summary>
    public static bool IsUnsigned(Caller caller, Site site) => site.IdentityRequired && caller is VisitorCaller { Visitor.IsSigned: false };

    /// <summary>The sites that serve only customers they have named.</summary>
    public async Task<IReadOnlyDictionary<Guid, Site>> Strict() => (await sites.All()).Where(site => site.IdentityRequired).ToDictionary(site => site.Id);

    // What a line hears is settled by the roles it was opened with: with others it is opened anew.
    private bool IsGone(MemberCaller before, Member? now) =>
        now is null || now.SuspendedAt(clock.NowMs()) || now.SignInStamp != before.Member.SignInStamp || now.Roles != before.Member.Roles;

    private Caller? Holder(TicketHolder holder, Site site, Ticket ticket) => holder switch
    {
        { Visitor: { } visitor } when visitor.Site == site.Id => new VisitorCaller(site, visitor with { OnlyThread = visitor.OnlyThread ?? ticket.OnlyThread }),
        { Member: { } member } when member.Site == site.Id && !member.SuspendedAt(clock.NowMs()) => new MemberCaller(site, member) { Browser = ticket.Browser },
        _ => null,
    };
}
