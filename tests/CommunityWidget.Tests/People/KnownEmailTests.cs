using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Doors;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.People;

/// <summary>Nobody finds out by asking whether an e-mail has an account: not by the answer, not by the work done for it, and at no other door.</summary>
public sealed partial class KnownEmailTests(KnownEmailTests.CountingApp app, ITestOutputHelper output) : IClassFixture<KnownEmailTests.CountingApp>
{
    // As many as lock an account, and one more.
    private const int Accounts = 34, Tries = 6;

    [Fact]
    public async Task Two_hundred_tries_with_accounts_and_two_hundred_with_none_are_answered_alike_for_the_same_work()
    {
        var shop = await app.Open();
        var hasher = app.Get<IPasswordHasher<Member>>();
        var known = new List<string>();
        for (var one = 0; one < Accounts; one++)
        {
            var member = await shop.Add(Roles.SuperUser);
            await app.Write(tx => tx.Execute("update members set password = @password where id = @Id", new { member.Id, password = hasher.HashPassword(member, "the right one, long") }));
            known.Add(member.Email);
        }
        // Suspended, or gone: no other.
        await app.Write(tx => tx.Execute("update members set suspended_until = @forever where email = @email", new { forever = long.MaxValue, email = known[0] }));
        var (with, without) = (new Asked(), new Asked());
        foreach (var email in known)
            for (var n = 0; n < Tries; n++)
            {
                await Try(with, shop, n, email);
                await Try(without, shop, n, $"not-{email}");
            }

        Assert.InRange(with.Took.Count, 200, 300);
        Assert.Equal(with.Answers.Order(), without.Answers.Order());
        Assert.Equal(with.Checked, without.Checked);
        Assert.Equal(Accounts * (Tries - 1), with.Checked);
        output.WriteLine($"median of {with.Took.Count}: {Median(with):0.00} ms with an account, {Median(without):0.00} ms without");
    }

    [Fact]
    public async Task No_other_door_that_anybody_may_open_tells_them()
    {
        var places = (await TextPlaces.All(app)).Where(place => place.Door.Changes && DoorRows.All[place.Door.Name].Opens.HasFlag(Who.Anybody));
        var asking = places.Where(place => place.Fields.Append(place.Body?.With(-1, "", name => name) ?? "").Any(name => name.Contains("mail", StringComparison.OrdinalIgnoreCase)));
        // A password is made anew by a link that an admin sends; an address left with a question is its visitor's.
        Assert.Equal(["POST /answers/{slug}/ask", "POST /invitation", "POST /sign-in", "POST /sign-in [Brand]", "POST /welcome"], asking.Select(place => place.Door.Name).Order(StringComparer.Ordinal));

        // Without the link they were sent, and on the way to the brand, these say the same of everybody.
        var member = await (await app.Open()).Add(Roles.Admin);
        foreach (var path in new[] { "/invitation", "/welcome", "/sign-in?handler=Brand" })
        {
            var answers = new List<string>();
            foreach (var email in new[] { member.Email, "nobody@people.example" })
            {
                var answer = await new Browser(app.Address).Submit(path, ("secret", Secret.New()), ("email", email), ("name", "Kim"), ("password", "a long one, I say"));
                answers.Add($"{(int)answer.StatusCode} {Different().Replace(await answer.Content.ReadAsStringAsync(), "")}");
            }
            Assert.Single(answers.Distinct());
        }
    }

    [Fact]
    public async Task Who_invites_or_asks_with_a_member_s_address_is_told_what_everybody_is_told()
    {
        var (shop, other) = (await app.Open(), await app.Open());
        var (ada, theirs, mine) = (await shop.Add(Roles.Admin), await other.Add(Roles.SuperUser), await shop.Add(Roles.SuperUser));
        var door = new WebDoor(app.Address, new Dictionary<string, string> { ["Cookie"] = await shop.SignIn(ada), ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority) });
        // Whether another site has somebody is that site's business.
        Assert.Equal(await Invited("nobody@people.example"), await Invited(theirs.Email));

        var answers = new List<string>();
        foreach (var email in new[] { mine.Email, theirs.Email, "nobody@people.example" })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", $"May I ask as {email}?"), KeyValuePair.Create("email", email)]);
            var answer = await new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/ask", form, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.Location!.OriginalString.Split('#')[0]}");
        }
        Assert.Single(answers.Distinct());

        async Task<(int, string)> Invited(string email)
        {
            var answer = await door.Ask(HttpMethod.Post, "/api/invitations", Wire.Write(new { email, name = "Kim", roles = new[] { Roles.SuperUser } }));
            Assert.True(answer.IsGood, answer.Body);
            return (answer.Status, Different().Replace(answer.Body, ""));
        }
    }

    private async Task Try(Asked asked, Shop shop, int n, string email)
    {
        var browser = new Browser(app.Address);
        var before = app.Checked;
        var began = Stopwatch.GetTimestamp();
        var answer = await browser.Submit($"/sign-in?site={shop.Site.Slug}", ("email", email), ("password", "is this the one?"));
        asked.Took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        asked.Checked += app.Checked - before;
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date").Select(header => header.Key == "Set-Cookie" ? "Set-Cookie" : $"{header.Key}: {string.Join(',', header.Value)}").Order();
        asked.Answers.Add($"{n}: {(int)answer.StatusCode} {string.Join('\n', headers)}\n{Different().Replace(await answer.Content.ReadAsStringAsync(), "")}");
    }

    private static double Median(Asked asked) => asked.Took.Order().ElementAt(asked.Took.Count / 2);

    // What differs by design: the e-mail typed, the form's own token, a policy's nonce; of an invitation the link and when it ends.
    [System.Text.RegularExpressions.GeneratedRegex("value=\"[^\"]*\"|#[\\w-]{20,}|\"expiresAt\":\\d+", System.Text.RegularExpressions.RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial System.Text.RegularExpressions.Regex Different();

    private sealed class Asked
    {
        public List<string> Answers { get; } = [];

        public List<double> Took { get; } = [];

        public int Checked { get; set; }
    }

    /// <summary>Passwords are looked at as ever, but for less time, and it is counted how often.</summary>
    public sealed class CountingApp() : RunningApp([], services =>
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        services.AddSingleton<PasswordHasher<Member>>().AddSingleton<IPasswordHasher<Member>, Counting>();
    })
    {
        public int Checked => ((Counting)Get<IPasswordHasher<Member>>()).Checked;
    }

    private sealed class Counting(PasswordHasher<Member> real) : IPasswordHasher<Member>
    {
        private int _checked;

        public int Checked => Volatile.Read(ref _checked);

        public string HashPassword(Member user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _checked);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
