using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>What an admin may change of a member, as rows.</summary>
public sealed class MemberChanges
{
    /// <summary>Reads the row for change, on this site only.</summary>
    public Task<Member?> Lock(Tx tx, Guid site, Guid id) =>
        tx.Find<Member>($"select * from members where id = @id and site = @site{tx.Dialect.ForUpdate}", new { id, site });

    /// <summary>As they are now, on this site only.</summary>
    public Task<Member?> Find(Tx tx, Guid site, Guid id) => tx.Find<Member>("select * from members where id = @id and site = @site", new { id, site });

    public Task<IReadOnlyList<string>> Topics(Tx tx, Guid member) => tx.Query<string>(
        "select topic from member_topics where member = @member and active = @yes order by topic", new { member, yes = true });

    public Task RemoveTopic(Tx tx, Guid member, string topic) => tx.Execute(
        "update member_topics set active = @no where member = @member and topic = @topic", new { member, topic, no = false });

    public Task Save(Tx tx, Member member) => tx.Execute(
        """
        update members set roles = @Roles, languages = @Languages, seats = @Seats, customer_since = @CustomerSince, suspended_until = @SuspendedUntil
        where id = @Id
        """,
        member);

    /// <summary>True while somebody else on the site may sign in and administer it.</summary>
    public async Task<bool> HasOtherAdmin(Tx tx, Member but, long now)
    {
        var others = await tx.Query<Member>("select * from members where site = @Site and id <> @Id and roles like '%admin%'", but);
        return others.Any(other => other.Is(Contracts.Roles.Admin) && !other.SuspendedAt(now));
    }

    /// <summary>A new password ends every session made under the old one.</summary>
    public Task SetPassword(Tx tx, Guid id, string hash) => tx.Execute(
        "update members set password = @hash, sign_in_stamp = @stamp where id = @id", new { id, hash, stamp = Secret.New() });
}
