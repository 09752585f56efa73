using CommunityWidget.Matching;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Npgsql;

namespace CommunityWidget.Tests.Matching;

/// <summary>A node froze within a transaction, and its locks stay for seconds: the other questions of the site go on.</summary>
public sealed class LockedOfferTests
{
    [PostgresFact]
    public async Task An_offer_that_cannot_be_ended_now_holds_up_no_other_question()
    {
        // A lock is waited for four fifths of this.
        var database = await WorldPostgres.Create(commandTimeoutMs: 6_000);
        await using var world = await TestWorld.Start(on: database);
        await world.Join(seats: 1);
        var stuck = await world.Question();
        await world.RunMatching();
        await using var frozen = await Frozen(database, stuck);
        world.Clock.Advance(TimeSpan.FromSeconds(16));
        var (leo, beside) = (await world.Join(), await world.Question());

        await world.Get<AdvanceMatching>().Run();

        Assert.Equal([leo.Id], (await world.OpenOffers(beside)).Select(offer => offer.Member));
    }

    private static async Task<NpgsqlConnection> Frozen(WorldPostgres database, ThreadRecord thread)
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; select 1 from threads where id = '{thread.Id}' for update", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
