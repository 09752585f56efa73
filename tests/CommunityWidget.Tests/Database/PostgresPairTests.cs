using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Database;

/// <summary>Two servers in one connection string, as whoever has a standby writes it: work goes to the one that takes writes, wherever it stands.</summary>
public sealed class PostgresPairTests
{
    [PostgresFact]
    public async Task A_write_succeeds_although_the_first_of_them_only_reads()
    {
        await using var reading = await PrivatePostgres.Start("default_transaction_read_only=on");
        var writing = await WorldPostgres.Server;
        var text = $"Host=127.0.0.1:{reading.Port},127.0.0.1:{writing.Port};Username=community;Database=postgres";
        await using var dialect = new PostgresDialect(PostgresSource.Build(text, new() { PoolSize = 2 }));
        var db = new Db(dialect, NullLogger<Db>.Instance);

        for (var times = 0; times < 3; times++)
        {
            var written = await db.Write<Done>(async tx =>
            {
                await tx.Execute("create table written_by_a_pair (id bigint); drop table written_by_a_pair");
                return Done.It;
            });
            Assert.Null(written.Refusal);
        }
    }
}
