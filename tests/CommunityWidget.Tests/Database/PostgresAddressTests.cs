using CommunityWidget.Database;
using Npgsql;

namespace CommunityWidget.Tests.Database;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://db", "db", 5432, null, null, null, SslMode.Prefer)]
    [InlineData("postgresql://shop:secret@db.example:6432/community", "db.example", 6432, "shop", "secret", "community", SslMode.Prefer)]
    [InlineData("PostgreSQL://sh%40p:a%2Fb%3A%25%3D;c@db/comm%20unity", "db", 5432, "sh@p", "a/b:%=;c", "comm unity", SslMode.Prefer)]
    [InlineData("postgresql://shop@[::1]:5433/community?sslmode=verify-full", "::1", 5433, "shop", null, "community", SslMode.VerifyFull)]
    [InlineData("postgresql://shop@db/community?sslmode=require&channel_binding=require", "db", 5432, "shop", null, "community", SslMode.Require)]
    [InlineData("Host=db;Port=6432;Username=shop;Password=secret;Database=community;SSL Mode=Disable", "db", 6432, "shop", "secret", "community", SslMode.Disable)]
    public void It_is_read_by_keywords_and_as_an_address(string text, string host, int port, string? user, string? password, string? database, SslMode ssl)
    {
        var read = PostgresAddress.Read(text);

        Assert.Equal((host, port, user, password, database, ssl), (read.Host, read.Port, read.Username, read.Password, read.Database, read.SslMode));
    }

    [Theory]
    [InlineData("postgresql://")]
    [InlineData("postgresql://shop:S3cret@db:port/community")]
    [InlineData("postgresql://shop:S3/cret@db/community")]
    [InlineData("postgresql://shop:1?S3cret=1@db/community")]
    [InlineData("postgresql://shop:1#S3cret@db/community")]
    [InlineData("Host=db;Passwort=S3cret")]
    [InlineData("Host=db;Port=S3cret")]
    [InlineData("S3cret")]
    public void One_that_cannot_be_read_is_not_repeated(string text)
    {
        var error = Assert.Throws<UnusableDatabaseException>(() => PostgresAddress.Read(text));

        Assert.StartsWith("ConnectionStrings:Postgres cannot be read.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Port=70000;Password=S3cret")]
    [InlineData("Host=db:70000;Password=S3cret")]
    [InlineData("Host=db:0;Password=S3cret")]
    [InlineData("Host=db:S3cret")]
    [InlineData("Host=[::1]:70000;Password=S3cret")]
    [InlineData("Host=one,two:70000;Password=S3cret")]
    [InlineData("Host=one:6432,two;Port=70000;Password=S3cret")]
    [InlineData("postgresql://shop:S3cret@one:5432,two:70000/community")]
    public void A_port_that_is_none_is_said_to_be_one(string text)
    {
        var error = Assert.Throws<UnusableDatabaseException>(() => PostgresAddress.Read(text));

        Assert.StartsWith("ConnectionStrings:Postgres names a port", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql:///community?host=/var/run/postgresql")]
    [InlineData("postgres://shop:S3cret@/community?host=/var/run/postgresql")]
    [InlineData("postgresql://?host=/var/run/postgresql")]
    [InlineData("postgresql://%2Fvar%2Frun%2Fpostgresql/community")]
    public void One_that_names_a_socket_is_told_how_to_write_it(string text)
    {
        var error = Assert.Throws<UnusableDatabaseException>(() => PostgresAddress.Read(text));

        Assert.Contains("a socket is named by keywords: Host=/var/run/postgresql;", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("target_session_attrs=S3cret", "ConnectionStrings:Postgres: target_session_attrs is not understood")]
    [InlineData("sslmode=S3cret", "ConnectionStrings:Postgres: sslmode is not understood")]
    [InlineData("S3cret", "ConnectionStrings:Postgres cannot be read.")]
    public void What_an_address_asks_for_and_nobody_knows_is_named_without_its_value(string query, string sentence)
    {
        var error = Assert.Throws<UnusableDatabaseException>(() => PostgresAddress.Read($"postgresql://shop@db/community?{query}"));

        Assert.StartsWith(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=one,two:6432;Username=shop", "one,two:6432")]
    [InlineData("Host=one,two;Target Session Attributes=primary", "one,two")]
    [InlineData("Host=one;Target Session Attributes=read-write", "one")]
    [InlineData("Host=/var/run/postgresql;Username=community", "/var/run/postgresql")]
    [InlineData("Host=::1;Username=community", "::1")]
    [InlineData("Host=one:65535,[::1]:1,::1", "one:65535,[::1]:1,::1")]
    [InlineData("postgresql://shop:se%2Ccret@one,two:6432/community?target_session_attrs=read-write", "one,two:6432")]
    [InlineData("postgres://one:5433,two/community?sslmode=disable", "one:5433,two")]
    public async Task A_pair_is_read_and_a_pool_is_made_of_it(string text, string hosts)
    {
        await using var source = PostgresSource.Build(text, new());

        Assert.Equal(hosts, new NpgsqlConnectionStringBuilder(source.ConnectionString).Host);
    }

    [Theory]
    [InlineData("Host=one,two;Target Session Attributes=standby")]
    [InlineData("postgresql://one,two/community?target_session_attrs=read-only")]
    public void Nobody_is_sent_to_a_server_that_only_reads(string text) =>
        Assert.StartsWith("ConnectionStrings:Postgres", Assert.Throws<UnusableDatabaseException>(() => PostgresSource.Build(text, new())).Message, StringComparison.Ordinal);

    /// <summary>The server's word on a row that cannot be stored repeats the row.</summary>
    [Fact]
    public async Task Nobody_switches_peoples_data_on_in_the_logs()
    {
        await using var source = PostgresSource.Build("Host=db;Include Error Detail=true", new());

        Assert.False(new NpgsqlConnectionStringBuilder(source.ConnectionString).IncludeErrorDetail);
    }
}
