using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Hosting;

/// <summary>The program as a person starts it, with a word of what to do instead of serving.</summary>
public sealed class VerbTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CommunityWidget.dll");

    [PostgresFact]
    public async Task Migrate_brings_the_schema_up_says_so_and_does_nothing_the_second_time()
    {
        var server = await WorldPostgres.Server;
        var postgres = $"--ConnectionStrings:Postgres={server.ConnectionString(await server.NewDatabase())}";

        var refused = await Run(postgres);
        Assert.Equal(1, refused.Code);
        Assert.Contains("verb migrate", refused.Complained, StringComparison.Ordinal);
        var both = await Task.WhenAll(Run("migrate", postgres), Run("migrate", postgres));
        Assert.All(both, run => Assert.Equal(0, run.Code));
        Assert.Single(both, run => run.Said.Contains("ran 0001_", StringComparison.Ordinal));
        Assert.Contains("nothing to do", (await Run("migrate", postgres)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_a_sentence()
    {
        var run = await Run("migrate", "--ConnectionStrings:Postgres=Host=127.0.0.1;Port=1;Username=nobody");

        Assert.Equal(1, run.Code);
        Assert.Equal("PostgreSQL at 127.0.0.1:1 does not answer. Start it, or correct ConnectionStrings:Postgres.", run.Complained.Trim());
    }

    [Fact]
    public async Task A_connection_string_that_is_blank_is_none()
    {
        var run = await Run("migrate", "--ConnectionStrings:Postgres= ");

        Assert.True(run.Code == 0, run.Complained);
    }

    [Theory]
    [InlineData("postgresql://user:S3cret@db:port/community")]
    [InlineData("postgresql://user:S3cret@db/community?target=any")]
    [InlineData("Host=db;Username=user;Passwort=S3cret")]
    public async Task A_connection_string_that_cannot_be_read_is_said_without_repeating_it(string postgres)
    {
        var run = await Run("migrate", $"--ConnectionStrings:Postgres={postgres}");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("ConnectionStrings:Postgres", Assert.Single(Lines(run.Complained)), StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", run.Said + run.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_as_hosters_give_it_is_read()
    {
        var run = await Run("migrate", "--ConnectionStrings:Postgres=postgres://nobody:S3cret@127.0.0.1:1/community?sslmode=disable");

        Assert.Equal((1, "PostgreSQL at 127.0.0.1:1 does not answer. Start it, or correct ConnectionStrings:Postgres."), (run.Code, run.Complained.Trim()));
    }

    [Fact]
    public async Task Welcome_prints_a_link_for_the_first_admin_under_the_public_address()
    {
        var run = await Run("welcome", "--PublicUrl=https://chat.shop.example");

        Assert.Equal(0, run.Code);
        Assert.Single(Lines(run.Said), line => line.Contains("https://chat.shop.example/welcome#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_said_in_a_sentence()
    {
        var run = await Run("migrat");

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no verb migrat.", run.Complained, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Path", "--Database:Path=/proc/nowhere/community.db")]
    [InlineData("Database:Path", "--Database:Path=/")]
    [InlineData("ConnectionStrings:Postgres names a port", "--ConnectionStrings:Postgres=Host=127.0.0.1;Port=70000;Password=S3cret")]
    [InlineData("ConnectionStrings:Postgres names a port", "--ConnectionStrings:Postgres=Host=127.0.0.1:1,127.0.0.1:70000;Password=S3cret")]
    [InlineData("ConnectionStrings:Redis", "--ConnectionStrings:Redis=127.0.0.1:1,defaultDatabase=-1,password=S3cret")]
    [InlineData("Database:PoolSize", "--Database:PoolSize=0")]
    [InlineData("Database:PoolSize", "--Database:PoolSize=many")]
    [InlineData("Matching:SilenceMs is not a whole number of milliseconds. Write it like 45000", "--Matching:SilenceMs=45s")]
    [InlineData("Database:MostWaiting is not a whole number. Write it like 2000", "--Database:MostWaiting=2_000")]
    [InlineData("Limits:Enabled is neither on nor off", "--Limits:Enabled=sometimes")]
    [InlineData("Demo:Enabled is neither on nor off", "--Demo:Enabled=sometimes")]
    [InlineData("Logging:LogLevel:Default is no level", "--Logging:LogLevel:Default=verbose")]
    [InlineData("Logging:Console:LogLevel:Microsoft is no level", "--Logging:Console:LogLevel:Microsoft=verbose")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9", "--OTEL_EXPORTER_OTLP_PROTOCOL=soap")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "--OTEL_EXPORTER_OTLP_PROTOCOL=soap")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "--OTEL_METRIC_EXPORT_INTERVAL=often")]
    [InlineData("Email:Port", "--Email:Port=99999")]
    [InlineData("Logging:Console:FormatterName", "--Logging:Console:FormatterName=jason")]
    [InlineData("Redis:TimeoutMs", "--ConnectionStrings:Redis=127.0.0.1:1", "--Redis:TimeoutMs=1")]
    [InlineData("Redis:TimeoutMs", "--Redis:TimeoutMs=1")]
    [InlineData("Redis:Prefix", "--Redis:Prefix=")]
    [InlineData("ConnectionStrings:Redis", "--ConnectionStrings:Redis=password=S3cret")]
    [InlineData("PublicUrl", "--PublicUrl=chat")]
    [InlineData("PublicUrl", "--PublicUrl=https://aide.xn--caf-dm.example")]
    [InlineData("Invalid url", "--urls=everywhere")]
    [InlineData("Urls", "--urls=http://192.0.2.1:5080")]
    [InlineData("Urls", "--urls=http://127.0.0.1:70000")]
    [InlineData("Urls", "--urls=http://localhost:5080/chat")]
    [InlineData("Urls", "--urls=ftp://localhost:5080")]
    [InlineData("127.0.0.1:0", "--urls=http://localhost:0")]
    [InlineData("Url", "--Kestrel:Endpoints:Web:Url=")]
    [InlineData("Email:Security", "--Email:Security=ssl")]
    [InlineData("address already in use", "--urls= http://127.0.0.1:0 ; http://127.0.0.1:TAKEN ")]
    [InlineData("address already in use", "--urls= ", "--http_ports=TAKEN")]
    [InlineData("certificate", "--urls=https://127.0.0.1:0")]
    [InlineData("HTTP_PORTS", "--http_ports=70000")]
    [InlineData("address already in use", "--urls=http://127.0.0.1:TAKEN")]
    public async Task A_start_that_a_setting_forbids_ends_with_a_sentence(string about, params string[] settings)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = await Run([.. settings.Select(setting => setting.Replace("TAKEN", $"{((IPEndPoint)other.LocalEndpoint).Port}", StringComparison.Ordinal))]);

        Assert.True(run.Code == 1, $"{run.Code}: {run.Complained}");
        Assert.Contains(about, Assert.Single(Lines(run.Complained)), StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", run.Said + run.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Said + run.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_forbid_the_start_are_said_together()
    {
        var run = await Run("--Database:PoolSize=0", "--PublicUrl=chat", "--Matching:SilenceMs=45s", "--Matching:LeaseMs=ten");

        Assert.Equal(1, run.Code);
        Assert.Equal(4, Lines(run.Complained).Length);
    }

    [Fact]
    public void An_option_of_a_verb_takes_no_setting_for_its_value() => Assert.Equal(
        ["import", "a.csv", "--site", "here", "--dry-run=", "--Database:Path=x", "--review="],
        Verbs.Settings(["import", "a.csv", "--site", "here", "--dry-run", "--Database:Path=x", "--review"]));

    private static string[] Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(int Code, string Said, string Complained)> Run(params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("community-verb-").FullName;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. words])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var end = late.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, await said, await complained);
    }
}
