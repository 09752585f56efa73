using System.Security.Claims;
using CommunityWidget.Database;
using Microsoft.AspNetCore.Authentication;

namespace CommunityWidget.People;

/// <summary>
/// A signed-in member's browser session: a cookie that names the member and the stamp it was made under. Whoever is a member of several
/// sites signs in to each; the browser then holds them all, one at work. No site learns of the others, and none opens the others.
/// </summary>
public sealed class MemberSession(MemberStore members, TimeProvider clock)
{
    private const int MostSites = 10;

    public const string Scheme = "member", Cookie = "cw_member";

    private const string Id = "sub", Stamp = "stamp", Also = "also";

    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>The member is at work from now on; who this browser was on other sites is kept.</summary>
    public async Task Begin(HttpContext http, Member member)
    {
        var others = (await All(http)).Where(other => other.Site != member.Site).Take(MostSites - 1);
        Claim[] claims = [new(Id, member.Id.ToString()), new(Stamp, member.SignInStamp), .. others.Select(other => new Claim(Also, $"{other.Id} {other.SignInStamp}"))];
        await http.SignInAsync(Scheme, new(new ClaimsIdentity(claims, Scheme, Id, null)), new AuthenticationProperties { IsPersistent = true });
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
            if (claim is [var id, var stamp] && await Valid(id, stamp) is { } member) all.Add(member);
        return all;
    }

    public Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Who the cookie belongs to, suspended or not: for the one page that says so, and for nothing else.</summary>
    public async Task<Member?> Known(HttpContext http) =>
        await Ticket(http) is { } ticket && Guid.TryParse(ticket.FindFirstValue(Id), out var id) && await members.Find(id) is { } member
        && member.SignInStamp == ticket.FindFirstValue(Stamp) ? member : null;

    /// <summary>Who the cookie belongs to, asked of the row at each request, so that a suspension or a new password ends a session at once.</summary>
    public async Task<Member?> Member(HttpContext http)
    {
        if (await Ticket(http) is not { } ticket || await Valid(ticket.FindFirstValue(Id), ticket.FindFirstValue(Stamp)) is not { } member) return null;
        http.User = ticket;
        return member;
    }

    private static async Task<ClaimsPrincipal?> Ticket(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(Cookie)) return null;
        return (await http.AuthenticateAsync(Scheme)) is { Succeeded: true } session ? session.Principal : null;
    }

    private async Task<Member?> Valid(string? id, string? stamp)
    {
        var member = Guid.TryParse(id, out var known) ? await members.Find(known) : null;
        return member is null || member.SignInStamp != stamp || member.SuspendedAt(clock.NowMs()) ? null : member;
    }
}
