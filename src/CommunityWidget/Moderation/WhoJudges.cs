using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation;

/// <summary>Who decides about whom: nobody about themselves or their own words where somebody else can, about an admin only an admin; and nothing waits for somebody who is not there.</summary>
public sealed class WhoJudges(MemberStore members, TimeProvider clock)
{
    /// <summary>Whether a moderator may decide about a member.</summary>
    public static bool May(Member judge, Member judged) => judge.Id != judged.Id && (!judged.Is(Roles.Admin) || judge.Is(Roles.Admin));

    /// <summary>Whether somebody but these may decide too, can sign in and is not shut out.</summary>
    /// <param name="tx">The decision's transaction.</param>
    /// <param name="site">Whose moderators.</param>
    /// <param name="admins">Only an admin may.</param>
    /// <param name="but">Who does not count.</param>
    public async Task<bool> HasOther(Tx tx, Guid site, bool admins, params Guid[] but) => Could(await members.Moderators(tx, site), admins, but);

    /// <summary>The same for a page, before anybody decides.</summary>
    public async Task<bool> HasOther(Guid site, bool admins, params Guid[] but) => Could(await members.Moderators(site), admins, but);

    private bool Could(IEnumerable<Member> all, bool admins, Guid[] but) => all.Any(other =>
        !but.Contains(other.Id) && (other.Is(Roles.Admin) || (!admins && other.Is(Roles.Moderator))) && other.Password is not null && !other.SuspendedAt(clock.NowMs()));
}
