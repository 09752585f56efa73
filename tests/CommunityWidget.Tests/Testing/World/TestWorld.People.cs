using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Testing.World;

public sealed partial class TestWorld
{
    private int _people;

    /// <summary>A visitor of a site, their widget connected.</summary>
    public async Task<VisitorCaller> Arrive(Site? site = null)
    {
        var visitors = Get<VisitorStore>();
        var where = site ?? Here;
        var token = (await visitors.Welcome(where.Id)).Value!.Token;
        var caller = new VisitorCaller(where, (await visitors.ByToken(where.Id, token))!);
        await Connect(caller);
        return caller;
    }

    /// <summary>A super user, connected and available unless said otherwise. Topics null: all of the site's.</summary>
    public async Task<MemberCaller> Join(
        Site? site = null, string roles = Roles.SuperUser, string languages = "en", int seats = 2, string[]? topics = null, bool available = true, bool connected = true)
    {
        var where = site ?? Here;
        var number = ++_people;
        var member = new Member
        {
            Id = Clock.NewId(),
            Site = where.Id,
            Email = $"m{number}@example.test",
            Name = $"m{number}",
            Roles = roles,
            Languages = languages,
            Seats = seats,
            Intent = available ? Intents.Available : Intents.Away,
            SignInStamp = "stamp",
            CreatedAt = Now,
        };
        await Db.Write<Done>(async tx =>
        {
            await Get<MemberStore>().Add(tx, member);
            foreach (var topic in topics ?? [.. where.Topics.List.Select(t => t.Id)]) await Get<MemberStore>().AddTopic(tx, member.Id, topic);
            return Done.It;
        });
        var caller = new MemberCaller(where, member);
        if (connected) await Connect(caller);
        return caller;
    }

    /// <summary>An agent, connected and available unless said otherwise.</summary>
    public Task<MemberCaller> JoinAgent(Site? site = null, int seats = 10, bool connected = true, bool available = true) =>
        Join(site, Roles.Agent, "en fr", seats, topics: [], available, connected);

    /// <summary>A socket opens.</summary>
    public Task Connect(Caller caller) => Get<Presence>().Joined(SocketOf(caller), caller);

    /// <summary>The tab is closed: a clean goodbye.</summary>
    public Task Leave(Caller caller) => Get<Presence>().Left(SocketOf(caller), TimeSpan.Zero);

    /// <summary>The network is gone; the server notices now, after 30 s of silence.</summary>
    public Task Vanish(Caller caller) => Get<Presence>().Left(SocketOf(caller), TimeSpan.FromSeconds(30));

    /// <summary>The node they are connected to leaves, and they go to another one.</summary>
    public Task Move(Caller caller) => Get<Presence>().Moved(SocketOf(caller));

    public Task ComeBack(Caller caller) => Connect(caller);

    public Task<Reply<Contracts.SuperUsers.MemberStatus>> SetAvailable(MemberCaller member, bool available) => Get<SetAvailability>().Run(member, available);

    public async Task<Member> Row(MemberCaller caller) => (await Get<MemberStore>().Find(caller.Id))!;

    private static string SocketOf(Caller caller) => caller.Id.ToString();
}
