using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.AspNetCore.Identity;

namespace CommunityWidget.People;

/// <summary>E-mail and password, per site. Answer and work are the same whether or not anybody has that e-mail.</summary>
public sealed class SignIn(Db db, MemberStore members, IPasswordHasher<Member> hasher, AuditLog audit, TimeProvider clock)
{
    public const int Tries = 5, MinPassword = 10, MaxPassword = 200;

    private const long LockMs = 15 * 60_000, ForgetMs = 24 * 60 * 60_000;

    // Checked when nobody has the e-mail, so that "no such person" takes as long as "wrong password".
    private readonly string _nobody = hasher.HashPassword(new(), Secret.New());

    /// <param name="site">Whose member.</param>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="evenSuspended">Also somebody suspended, who may then see the page that says why.</param>
    public async Task<Reply<Member>> Check(Guid site, string? email, string? password, bool evenSuspended = false)
    {
        var who = Who(site, email ?? "");
        var counted = await CountTry(who);
        if (counted.Value is not { } tries) return counted.Refusal!;
        var member = await members.ByEmail(site, email ?? "");
        if (!Matches(member, password ?? ""))
        {
            if (tries.IsLast) await NoteLock(who, member);
            return Refusals.WrongPassword;
        }
        if (!evenSuspended && member!.SuspendedAt(clock.NowMs())) return Refusals.Suspended;
        await Forget(who);
        return member!;
    }

    /// <summary>Under what wrong tries are counted: nothing that tells whose.</summary>
    public static string Who(Guid site, string email) => Secret.Hash($"{site} {MemberStore.Normal(email)}");

    private bool Matches(Member? member, string password)
    {
        var fits = password.Length <= MaxPassword;
        var result = hasher.VerifyHashedPassword(member ?? new(), member?.Password ?? _nobody, fits ? password : "");
        return fits && member?.Password is not null && result != PasswordVerificationResult.Failed;
    }

    // Counted before the password is looked at: a hundred guesses sent at once are still only five.
    private Task<Reply<Counted>> CountTry(string who)
    {
        var now = clock.NowMs();
        return db.Write<Counted>(async tx =>
        {
            await tx.Execute("delete from sign_in_tries where last_at < @old", new { old = now - ForgetMs });
            var counted = await tx.Execute(
                """
                insert into sign_in_tries (who, wrong, locked_until, last_at) values (@who, 1, 0, @now)
                on conflict (who) do update set
                    wrong = case when sign_in_tries.wrong >= @tries then 1 else sign_in_tries.wrong + 1 end,
                    locked_until = case when sign_in_tries.wrong + 1 = @tries then @until else 0 end,
                    last_at = @now
                where sign_in_tries.locked_until <= @now
                """,
                new { who, now, tries = Tries, until = now + LockMs });
            var until = await tx.Find<long>("select locked_until from sign_in_tries where who = @who", new { who });
            return counted == 1 ? new Counted(until > now) : Refusals.LockedOut.After(TimeSpan.FromMilliseconds(until - now));
        });
    }

    // As much to do whether or not anybody has the e-mail.
    private Task NoteLock(string who, Member? member) => db.Write<Done>(async tx =>
    {
        await tx.Execute("update sign_in_tries set last_at = @now where who = @who", new { who, now = clock.NowMs() });
        await audit.LockedOut(tx, member);
        return Done.It;
    });

    private Task Forget(string who) => db.Write<Done>(async tx =>
    {
        await tx.Execute("delete from sign_in_tries where who = @who", new { who });
        return Done.It;
    });

    /// <param name="IsLast">Wrong, it shuts the account.</param>
    private sealed record Counted(bool IsLast);
}
