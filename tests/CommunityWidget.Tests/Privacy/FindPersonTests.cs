using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

/// <summary>Whoever asks for their data is found by what they know of themselves, written as they write it.</summary>
public sealed class FindPersonTests
{
    [Theory]
    [InlineData("jane@mail.example")]
    [InlineData("JANE@mail.EXAMPLE ")]
    public async Task By_the_address_they_left_however_they_write_it_now(string typed)
    {
        await using var world = await TestWorld.Start();
        var thread = await world.Question();
        await world.Question();
        await Change(world, "update threads set email = 'Jane@Mail.example' where id = @Id", thread);

        Assert.Equal(thread.Visitor, Assert.Single(await Find(world, typed)).Id);
        Assert.Empty(await world.Get<FindPerson>().Visitors(world.There.Id, typed));
    }

    [Theory]
    [InlineData("customer-4711")]
    [InlineData("jane@mail.example")]
    public async Task By_what_the_shop_calls_its_customer_who_need_not_have_asked_anything(string customer)
    {
        await using var world = await TestWorld.Start();
        var named = await world.Db.Write<Visitor>(async tx => await world.Get<VisitorSessions>().Of(tx, world.Here.Id, customer));

        Assert.Equal((named.Value!.Id, 0), Assert.Single(await Find(world, customer)) is { } found ? (found.Id, (int)found.Threads) : default);
        Assert.Empty(await world.Get<FindPerson>().Visitors(world.There.Id, customer));
        Assert.Empty(await Find(world, "customer-4712"));
    }

    [Fact]
    public async Task By_an_address_nobody_confirmed_they_are_said_to_be_found_so_and_by_anything_else_not()
    {
        await using var world = await TestWorld.Start();
        var (typed, confirmed) = (await world.Question(), await world.Question());
        await Change(world, "update threads set email = 'Jane@Mail.example' where id = @Id", typed);
        await Change(world, "update threads set email = 'jane@mail.example', email_confirmed_at = 1 where id = @Id", confirmed);
        var named = (await world.Db.Write<Visitor>(async tx => await world.Get<VisitorSessions>().Of(tx, world.Here.Id, "jane@mail.example"))).Value!;

        var found = (await Find(world, "jane@mail.example")).ToDictionary(one => one.Id, one => one.IsUnconfirmed);
        Assert.Equal([(typed.Visitor, true), (confirmed.Visitor, false), (named.Id, false)], new[] { typed.Visitor, confirmed.Visitor, named.Id }.Select(id => (id, found[id])));
        Assert.False(Assert.Single(await Find(world, typed.PublicId)).IsUnconfirmed);

        // Another address of theirs that they confirmed does not make this one theirs.
        var second = await world.Question();
        await Change(world, "update threads set visitor = @Visitor, state = 'closed', email = 'other@mail.example', email_confirmed_at = 1 where id = @Id", new { typed.Visitor, second.Id });
        Assert.True((await Find(world, "jane@mail.example")).Single(one => one.Id == typed.Visitor).IsUnconfirmed);
        Assert.False(Assert.Single(await Find(world, "other@mail.example")).IsUnconfirmed);
    }

    [Fact]
    public async Task Looking_for_an_address_reads_no_more_than_an_index()
    {
        await using var world = await TestWorld.Start(on: await WorldFile.Create());
        var steps = await world.Db.Query<Step>("explain query plan select visitor from threads where email is not null and lower(email) = lower('x') and site = 'y'");
        Assert.Contains("threads_by_email", Assert.Single(steps).Detail);
    }

    private static Task<IReadOnlyList<FoundVisitor>> Find(TestWorld world, string typed) => world.Get<FindPerson>().Visitors(world.Here.Id, typed);

    private static Task Change(TestWorld world, string sql, object about) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute(sql, about);
        return Done.It;
    });

    private sealed record Step
    {
        public string Detail { get; init; } = "";
    }
}
