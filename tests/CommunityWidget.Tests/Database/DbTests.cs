using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Logging.Abstractions;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Tests.Database;

/// <summary>A write is whole or absent, and told only once it is durable.</summary>
public sealed class DbTests
{
    private const string Rename = "update sites set name = 'changed'";

    [Fact]
    public async Task A_refusal_rolls_back_and_tells_nobody()
    {
        await using var world = await TestWorld.Start();
        var told = false;

        var reply = await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute(Rename);
            tx.AfterCommit(() => { told = true; return Task.CompletedTask; });
            return Refusals.NotAllowed;
        });

        Assert.Equal(Refusals.NotAllowed, reply.Refusal);
        Assert.False(told);
        Assert.Equal(0, await Changed(world.Db));
    }

    [Fact]
    public async Task An_exception_rolls_back_and_the_next_write_goes_on()
    {
        await using var world = await TestWorld.Start();

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Db.Write<Done>(async tx =>
        {
            await tx.Execute(Rename);
            throw new InvalidOperationException("on purpose");
        }));

        Assert.Equal(0, await Changed(world.Db));
        Assert.NotNull((await world.Db.Write<Done>(async tx => { await tx.Execute(Rename); return Done.It; })).Value);
        Assert.Equal(2, await Changed(world.Db));
    }

    [Fact]
    public async Task What_is_told_is_durable_and_in_order()
    {
        await using var world = await TestWorld.Start();
        var seen = new List<string>();

        await world.Db.Write<Done>(async tx =>
        {
            tx.AfterCommit(async () => seen.Add($"first, {await Changed(world.Db)} changed"));
            tx.AfterCommit(() => { seen.Add("second"); return Task.CompletedTask; });
            await tx.Execute(Rename);
            return Done.It;
        });

        Assert.Equal(["first, 2 changed", "second"], seen);
    }

    [Fact]
    public async Task A_database_locked_by_another_program_is_a_refusal_with_when_to_retry()
    {
        await using var file = await WorldFile.Create();
        var dialect = new Impatient(file.Path);
        await using var other = await dialect.Open(CancellationToken.None);
        await using (var held = await dialect.Begin(other, dialect.Patience))
        {
            var reply = await new Db(dialect, NullLogger<Db>.Instance).Write<Done>(async tx => { await tx.Execute(Rename); return Done.It; });

            Assert.Equal(Refusals.StorageAway, reply.Refusal);
            Assert.NotNull(reply.Refusal!.RetryAfter);
        }
        Assert.NotNull((await new Db(dialect, NullLogger<Db>.Instance).Write<Done>(async tx => { await tx.Execute(Rename); return Done.It; })).Value);
    }

    private static Task<long> Changed(Db db) => db.Find<long>("select count(*) from sites where name = 'changed'");

    /// <summary>Waits a second for a lock where the product waits four.</summary>
    private sealed class Impatient(string path) : DialectAround(new SqliteDialect(path))
    {
        public override TimeSpan Patience => TimeSpan.FromSeconds(1);
    }
}
