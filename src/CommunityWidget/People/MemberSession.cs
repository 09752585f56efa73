using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.AspNetCore.Authentication;

namespace CommunityWidget.People;

/// <summary>
/// A signed-in member's browser session: a cookie that names the member, the stamp it was made under and the browser it was given to. Whoever is a member
/// of several sites signs in to each; the browser then holds them all, one at work. No site learns of the others, and none opens the others. Signing
/// out ends the browser's session: whoever kept its cookie, an earlier one of it or a ticket has nothing.
/// </summary>
public sealed class MemberSession(Db db, MemberStore members, AuditLog audit, TimeProvider clock)
{
    private const int MostSites = 10;

    public const string Scheme = "member", Cookie = "cw_member";

    private const string Id = "sub", Stamp = "stamp", Also = "also", Session = "session";

    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>The member is at work from now on; who this browser was on other sites is kept.</summary>
    public async Task Begin(HttpContext http, Member member)
    {
        var others = (await All(http)).Where(other => other.Site != member.Site).Take(MostSites - 1);
        // Kept as long as it lasts: what was given out before ends together with what is given out now.
        var session = await Ticket(http) is { } before && Browser(before) is { } kept && !await HasEnded(before) ? kept : clock.NewId();
        Claim[] claims = [new(Id, member.Id.ToString()), new(Stamp, member.SignInStamp), new(Session, session.ToString()), .. others.Select(other => new Claim(Also, $"{other.Id} {other.SignInStamp}"))];
        await http.SignInAsync(Scheme, new(new ClaimsIdentity(claims, Scheme, Id, null)), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The same for somebody who has just shown who they are; refused only when it could not be written down.</summary>
    public async Task<Refusal?> SignIn(HttpContext http, Member member)
    {
        var written = await db.Write<Done>(async tx =>
        {
            await audit.Did(tx, member, "member.signed_in");
            return Done.It;
        });
        if (written.Refusal is null) await Begin(http, member);
        return written.Refusal;
    }

    /// <summary>Goes on as who this browser is on another site; null when it is nobody there.</summary>
    public async Task<Member?> Switch(HttpContext http, string? id)
    {
        var member = (await All(http)).FirstOrDefault(m => m.Id.ToString() == id);
        if (member is not null) await Begin(http, member);
        return member;
    }

    /// <summary>Everybody this browser has signed in as, the one at work first.</summary>
    public async Task<IReadOnlyList<Member>> All(HttpContext http)
    {
        if (await Ticket(http) is not { } ticket) return [];
        var claims = ticket.FindAll(Also).Select(claim => claim.Value.Split(' ', 2)).Prepend([ticket.FindFirstValue(Id)!, ticket.FindFirstValue(Stamp)!]);
        var all = new List<Member>();
        foreach (var claim in claims)
            if (claim is [var id, var stamp] && await Valid(ticket, id, stamp) is { } member) all.Add(member);
        return all;
    }

    /// <summary>Ends what this browser was given, whoever has a copy of it.</summary>
    public async Task<Reply<Done>> End(HttpContext http)
    {
        if (await Ticket(http) is { } ticket)
        {
            var all = await All(http);
            var ended = await db.Write<Done>(async tx =>
            {
                var isFirst = await tx.Execute("insert into ended_sessions (id, ended_at) values (@session, @now) on conflict do nothing", new { session = Browser(ticket), now = clock.NowMs() }) == 1;
                foreach (var member in isFirst ? all : []) await audit.Did(tx, member, "member.signed_out");
                return Done.It;
            });
            if (ended.Refusal is { } away) return away;
        }
        await http.SignOutAsync(Scheme);
        return Done.It;
    }

    /// <summary>Whoever holds this was signed out.</summary>
    public async Task<bool> HasEnded(ClaimsPrincipal? ticket) => ticket is not null && Browser(ticket) is { } session && (await members.Ended([session])).Count > 0;

    /// <summary>The browser session a cookie belongs to.</summary>
    public static Guid? Browser(ClaimsPrincipal ticket)
    {
        if (Guid.TryParse(ticket.FindFirstValue(Session), out var session)) return session;
        // Of a version that named none: all of them that the member has are one.
        return ticket.FindFirstValue(Id) is { } id ? new(SHA256.HashData(Encoding.UTF8.GetBytes($"{id} {ticket.FindFirstValue(Stamp)}")).AsSpan(0, 16)) : null;
    }

    /// <summary>Who the cookie belongs to, suspended or not: for the one page that says so, and for nothing else.</summary>
    public async Task<Member?> Known(HttpContext http) =>
        await Ticket(http) is { } ticket ? await Of(ticket, ticket.FindFirstValue(Id), ticket.FindFirstValue(Stamp)) : null;

    /// <summary>Who the cookie belongs to, asked of the row at each request, so that a suspension or a new password ends a session at once.</summary>
    public async Task<Member?> Member(HttpContext http)
    {
        if (await Ticket(http) is not { } ticket || await Valid(ticket, ticket.FindFirstValue(Id), ticket.FindFirstValue(Stamp)) is not { } member) return null;
        http.User = ticket;
        return member;
    }

    private static async Task<ClaimsPrincipal?> Ticket(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(Cookie)) return null;
        return (await http.AuthenticateAsync(Scheme)) is { Succeeded: true } session ? session.Principal : null;
    }

    private async Task<Member?> Valid(ClaimsPrincipal ticket, string? id, string? stamp) =>
        await Of(ticket, id, stamp) is { } member && !member.SuspendedAt(clock.NowMs()) ? member : null;

    private async Task<Member?> Of(ClaimsPrincipal ticket, string? id, string? stamp) =>
        Guid.TryParse(id, out var known) && stamp is not null && Browser(ticket) is { } session ? await members.OfSession(known, stamp, session) : null;
}
