using System.Security.Claims;
using CommunityWidget.Database;
using Microsoft.AspNetCore.Authentication;

namespace CommunityWidget.People;

/// <summary>A signed-in member's browser session: a cookie that names the member and the stamp it was made under.</summary>
public sealed class MemberSession(MemberStore members, TimeProvider clock)
{
    public const string Scheme = "member", Cookie = "cw_member";

    private const string Id = "sub", Stamp = "stamp";

    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    public Task Begin(HttpContext http, Member member)
    {
        var identity = new ClaimsIdentity([new(Id, member.Id.ToString()), new(Stamp, member.SignInStamp)], Scheme, Id, null);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    public Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Who the cookie belongs to, asked of the row at each request, so that a suspension or a new password ends a session at once.</summary>
    public async Task<Member?> Member(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(Cookie)) return null;
        var session = await http.AuthenticateAsync(Scheme);
        if (!session.Succeeded || !Guid.TryParse(session.Principal.FindFirstValue(Id), out var id)) return null;
        var member = await members.Find(id);
        if (member is null || member.SignInStamp != session.Principal.FindFirstValue(Stamp) || member.SuspendedAt(clock.NowMs())) return null;
        http.User = session.Principal;
        return member;
    }
}
