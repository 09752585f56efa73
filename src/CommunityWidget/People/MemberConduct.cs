using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>What moderators set of a member, as columns of their row. Why they did is kept elsewhere.</summary>
public sealed class MemberConduct
{
    /// <summary>Stands for an end that nobody knows yet.</summary>
    public const long Open = 253_402_300_799_000;

    public Task<Member?> Lock(Tx tx, Guid site, Guid id) =>
        tx.Find<Member>($"select * from members where id = @id and site = @site{tx.Dialect.ForUpdate}", new { site, id });

    public Task Save(Tx tx, Guid id, long? suspendedUntil, long? probationUntil) => tx.Execute(
        "update members set suspended_until = @suspendedUntil, probation_until = @probationUntil, has_word = @yes where id = @id",
        new { id, suspendedUntil, probationUntil, yes = true });

    /// <summary>There is something new for the member to read, or they have read it.</summary>
    public Task SetWord(Tx tx, Guid id, bool has) => tx.Execute("update members set has_word = @has where id = @id", new { id, has });
}
