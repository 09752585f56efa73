using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Who takes part in one history: a few visitors and members of every kind on both sites.</summary>
public sealed class HistoryPeople(TestWorld world, Random random)
{
    private static readonly string[][] TopicSets = [["shoes"], ["bikes"], ["shoes", "bikes"], []];

    public List<MemberCaller> Members { get; } = [];

    public List<VisitorCaller> Visitors { get; } = [];

    public HashSet<Guid> Connected { get; } = [];

    /// <summary>When somebody last went.</summary>
    public Dictionary<Guid, long> LeftAt { get; } = [];

    /// <summary>Members whose misses were forgotten because they touched the switch, and when.</summary>
    public Dictionary<Guid, long> SwitchedAt { get; } = [];

    public async Task Invite()
    {
        foreach (var site in new[] { world.Here, world.There })
        {
            for (var i = random.Next(1, 5); i > 0; i--) await Invite(site, Roles.SuperUser, random.Next(1, 4));
            for (var i = random.Next(0, 3); i > 0; i--) await Invite(site, Roles.Agent, random.Next(1, 5));
            if (random.Next(4) == 0) await Invite(site, $"{Roles.SuperUser} {Roles.Agent}", 2);
            if (random.Next(4) == 0) await Invite(site, Roles.Moderator, 2);
            for (var i = random.Next(2, 5); i > 0; i--) await Arrive(site);
        }
        if (random.Next(3) == 0) await Suspend(One(Members));
    }

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private async Task Invite(Site site, string roles, int seats)
    {
        var connected = random.Next(5) > 0;
        var languages = One(["en", "en", "en fr", "fr"]);
        var member = await world.Join(site, roles, languages, seats, One(TopicSets), random.Next(6) > 0, connected);
        Members.Add(member);
        if (connected) Connected.Add(member.Id);
    }

    private async Task Arrive(Site site)
    {
        var visitor = await world.Arrive(site);
        Visitors.Add(visitor);
        Connected.Add(visitor.Id);
    }

    private Task Suspend(MemberCaller member) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute("update members set suspended_until = @until where id = @Id", new { member.Id, until = world.Now + 86_400_000 });
        return Done.It;
    });
}
