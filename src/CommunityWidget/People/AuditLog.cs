using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Who was let do what, and who was not. Names members and public ids only: nothing that tells who a visitor is.</summary>
public sealed class AuditLog(Db db, TimeProvider clock)
{
    /// <summary>Refused only when it could not be written.</summary>
    public async Task<Refusal?> Write(MemberCaller actor, string action, string? subject, bool allowed) => (await db.Write<Done>(async tx =>
    {
        await tx.Execute(
            """
            insert into audit (id, site, at, actor, actor_kind, action, subject, outcome)
            values (@Id, @Site, @At, @Actor, 'member', @Action, @Subject, @Outcome)
            """,
            new
            {
                Id = clock.NewId(),
                Site = actor.Site.Id,
                At = clock.NowMs(),
                Actor = actor.Id,
                Action = action,
                Subject = Clean(subject),
                Outcome = allowed ? "allowed" : "refused",
            });
        return Done.It;
    })).Refusal;

    // A subject comes from the caller: an id is kept, anything else might be text somebody typed.
    private static string? Clean(string? subject) =>
        subject is { Length: > 0 and <= 36 } && subject.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? subject : null;
}
