using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.People;

/// <summary>Who looked at a conversation stands in the audit once for each who did: a person, and each program that looks in their name.</summary>
public sealed class ReadLogTests
{
    private const string Desk = "GET /api/inbox/{id}", Api = "GET /api/v1/threads/{id}";

    [Fact]
    public async Task What_a_program_reads_is_written_down_also_where_its_member_or_another_program_has_just_looked()
    {
        await using var world = await TestWorld.Start();
        var (agent, thread) = (await world.JoinAgent(), await world.Question());
        var (access, one, two) = (world.Get<Access>(), Key("cw_one"), Key("cw_two"));

        for (var again = 0; again < 2; again++)
        {
            Assert.Null(await access.Authorize(agent, Permission.SeeInbox, Desk, thread.PublicId));
            Assert.Null(await access.Authorize(one, Permission.ReadByKey, Api, thread.PublicId));
            Assert.Null(await access.Authorize(two, Permission.ReadByKey, Api, thread.PublicId));
        }
        Assert.Equal([Desk, $"{Api} cw_one", $"{Api} cw_two"], await Looks());

        world.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await access.Authorize(two, Permission.ReadByKey, Api, thread.PublicId));
        Assert.Equal(4, (await Looks()).Count);

        KeyCaller Key(string prefix) => new(world.Here, agent.Member, new ApiKey { Id = Guid.CreateVersion7(), Site = world.Here.Id, Member = agent.Id, Prefix = prefix, Scopes = ApiKey.Read });
        Task<IReadOnlyList<string>> Looks() => world.Db.Query<string>("select action from audit where outcome = 'read' and subject = @PublicId order by action", new { thread.PublicId });
    }

    [Fact]
    public async Task And_so_is_what_the_member_reads_after_their_program()
    {
        await using var world = await TestWorld.Start();
        var (agent, thread) = (await world.JoinAgent(), await world.Question());
        var access = world.Get<Access>();
        var program = new KeyCaller(world.Here, agent.Member, new ApiKey { Member = agent.Id, Prefix = "cw_one", Scopes = ApiKey.Read });

        Assert.Null(await access.Authorize(program, Permission.ReadByKey, Api, thread.PublicId));
        Assert.Null(await access.Authorize(agent, Permission.SeeInbox, Desk, thread.PublicId));

        Assert.Equal(2, await world.Db.Find<long>("select count(*) from audit where outcome = 'read' and subject = @PublicId", new { thread.PublicId }));
    }
}
