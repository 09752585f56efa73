using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>A server that says nothing costs a few their whole patience, not everybody one after the other.</summary>
public sealed class SilentDatabaseTests
{
    [Fact]
    public async Task Once_some_had_no_answer_the_next_are_refused_without_asking()
    {
        var silent = new SilentDialect();
        var db = new Db(silent, NullLogger<Db>.Instance);
        for (var number = 0; number < 2; number++) await Assert.ThrowsAsync<NpgsqlException>(() => db.Find<long>("select 1"));
        var asked = silent.Asked;

        var error = await Assert.ThrowsAsync<SilentDatabaseException>(() => db.Find<long>("select 1"));
        var written = await db.Write<Contracts.Done>(_ => Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It));

        Assert.Equal(asked, silent.Asked);
        Assert.True(silent.IsAway(error));
        Assert.Equal(Contracts.Refusals.StorageAway, written.Refusal);
    }

    [Fact]
    public async Task Whoever_waits_is_told_in_time_even_while_the_driver_still_asks_to_cancel()
    {
        var db = new Db(new StuckDialect(), NullLogger<Db>.Instance);
        await Assert.ThrowsAsync<SilentDatabaseException>(() => db.Find<long>("select 1"));
        await Assert.ThrowsAsync<SilentDatabaseException>(() => db.Query<long>("select 1"));
        await Assert.ThrowsAsync<SilentDatabaseException>(() => db.FindAndQuery<long, long>("select 1", "select 2", new { }));
        Assert.Equal(Contracts.Refusals.StorageAway, (await db.Write<Contracts.Done>(_ => Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It))).Refusal);
    }

    private sealed class StuckDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public override TimeSpan? SilentAfter => TimeSpan.FromMilliseconds(10);

        public override Task<DbConnection> Open(CancellationToken stop) => new TaskCompletionSource<DbConnection>().Task;
    }

    private sealed class SilentDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public int Asked { get; private set; }

        public override Task<DbConnection> Open(CancellationToken stop)
        {
            Asked++;
            throw new NpgsqlException("Exception while reading from stream", new TimeoutException());
        }
    }
}
