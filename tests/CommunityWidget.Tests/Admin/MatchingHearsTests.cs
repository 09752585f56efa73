using System.Data.Common;
using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Admin;

/// <summary>What an admin changes reaches the questions under way at once: nobody waits for a sweep.</summary>
public sealed class MatchingHearsTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private MemberCaller _admin = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.Start(also: services => services.AddAdmin());
        _admin = await _world.Join(roles: Roles.Admin, connected: false);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("suspended"), InlineData("role lost")]
    public async Task Who_may_answer_no_more_gives_their_talk_and_their_offers_to_others(string how)
    {
        var maya = await _world.Join();
        var (_, talk) = await _world.TalkWith(maya);
        var asked = await _world.Question();
        await _world.RunMatching();
        Assert.Single(await _world.OpenOffers(asked));

        await Change(maya, settings => how == "suspended" ? settings with { SuspendedUntil = _world.Now + 60_000 } : settings with { Roles = Roles.Moderator });

        Assert.Equal(ThreadStates.Waiting, (await _world.Again(talk)).State);
        Assert.Empty(await _world.OpenOffers(asked));
    }

    [Fact]
    public async Task Fewer_seats_take_the_newest_offer_back()
    {
        var maya = await _world.Join(seats: 2);
        var (first, second) = (await _world.Question(), await _world.Question());
        await _world.RunMatching();
        await Change(maya, settings => settings with { Seats = 1 });

        Assert.Single([.. await _world.OpenOffers(first), .. await _world.OpenOffers(second)]);
    }

    [SqliteFact]
    public async Task Fewer_seats_and_the_offer_taken_back_are_stored_in_one_should_the_node_die_right_after()
    {
        var file = await WorldFile.Create();
        var disk = new MortalDialect(new SqliteDialect(file.Path));
        await using var world = await TestWorld.Start(also: services => services.AddAdmin().AddSingleton<SqlDialect>(disk), on: file);
        var (admin, maya) = (await world.Join(roles: Roles.Admin, connected: false), await world.Join(seats: 2));
        await world.Question();
        await world.Question();
        await world.RunMatching();
        Assert.Equal(2, (await world.Row(maya)).Offered);

        disk.WritesLeft = 1;
        await Assert.ThrowsAsync<IOException>(() => world.Get<ChangeMember>().Run(admin, maya.Id, "settings", settings => settings with { Seats = 1 }));
        disk.WritesLeft = null;

        Assert.Equal((1L, 1L), ((await world.Row(maya)).Seats, (await world.Row(maya)).Offered));
    }

    [Fact]
    public async Task A_question_goes_on_where_the_new_ladder_has_the_like_of_its_rung()
    {
        var leo = await _world.Join(topics: []);
        var asked = await _world.Question(topic: "shoes");
        await _world.RunMatching();
        Assert.Equal(2, (await _world.Again(asked)).Rung);

        await _world.Get<ChangeSite>().Run(_admin, [SiteFields.Ladder], seen: null, site => site with { Ladder = new([new(RungKinds.Anyone, 1, 15_000, 60_000)]) });
        await _world.RunMatching();

        var offer = Assert.Single(await _world.OpenOffers(asked));
        Assert.Equal((1L, 1L, leo.Id), ((await _world.Again(asked)).Rung, offer.Rung, offer.Member));
    }

    [Fact]
    public async Task An_admin_changes_nobody_next_door()
    {
        var stranger = await _world.Join(_world.There);

        Assert.Equal(Refusals.NotFound, (await _world.Get<ChangeMember>().Run(_admin, stranger.Id, "suspended", s => s with { SuspendedUntil = long.MaxValue })).Refusal);
        Assert.Null((await _world.Row(stranger)).SuspendedUntil);
    }

    private async Task Change(MemberCaller member, Func<MemberSettings, MemberSettings> change) =>
        Assert.NotNull((await _world.Get<ChangeMember>().Run(_admin, member.Id, "settings", change)).Value);

    // The node dies before its next write but so many.
    private sealed class MortalDialect(SqlDialect real) : DialectAround(real)
    {
        public int? WritesLeft { get; set; }

        public override Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience) => WritesLeft-- == 0 ? throw new IOException("The node died.") : base.Begin(connection, patience);
    }
}
