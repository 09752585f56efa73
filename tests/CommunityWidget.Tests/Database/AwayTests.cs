using CommunityWidget.Database;
using Npgsql;

namespace CommunityWidget.Tests.Database;

public sealed class AwayTests
{
    /// <summary>A limit the server's owner set, on a session or (from 17 on) on a transaction, is no mistake of ours: whoever asked is told to come again.</summary>
    [Theory]
    [InlineData("25P03", true)]
    [InlineData("25P04", true)]
    [InlineData("42P01", false)]
    public async Task A_transaction_the_server_ended_for_its_length_is_a_database_that_is_away(string state, bool isAway)
    {
        await using var dialect = new PostgresDialect(PostgresSource.Build("Host=db", new()));

        Assert.Equal(isAway, dialect.IsAway(new PostgresException("ended", "FATAL", "FATAL", state)));
    }
}
