using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.Identity;

namespace CommunityWidget.Tests.People;

/// <summary>How long a sign-in takes tells nobody who has an account: counted, not timed.</summary>
public sealed class SignInCostTests
{
    [Fact]
    public async Task An_e_mail_that_nobody_has_costs_as_much_as_one_that_somebody_has()
    {
        await using var world = await TestWorld.Start();
        var (maya, hasher) = (await world.Join(), new Counting());
        var signIn = new SignIn(world.Db, world.Get<MemberStore>(), hasher, world.Get<AuditLog>(), world.Get<TimeProvider>());
        async Task<int> Cost(string email)
        {
            var before = hasher.Checked;
            Assert.Equal(Refusals.WrongPassword, (await signIn.Check(world.Here.Id, email, "not the right one")).Refusal);
            return hasher.Checked - before;
        }

        Assert.Equal((1, 1, 1), (await Cost(maya.Member.Email), await Cost("nobody@here.example"), await Cost("no address")));
    }

    private sealed class Counting : IPasswordHasher<Member>
    {
        private readonly PasswordHasher<Member> _real = new();

        public int Checked { get; private set; }

        public string HashPassword(Member user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
        {
            Checked++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
