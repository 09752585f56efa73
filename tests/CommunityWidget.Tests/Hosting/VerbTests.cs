using System.Diagnostics;
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
    public async Task A_word_that_is_no_verb_is_said_in_a_sentence()
    {
        var run = await Run("migrat");

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no verb migrat.", run.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_of_a_verb_takes_no_setting_for_its_value() => Assert.Equal(
        ["import", "a.csv", "--site", "here", "--dry-run=", "--Database:Path=x", "--review="],
        Verbs.Settings(["import", "a.csv", "--site", "here", "--dry-run", "--Database:Path=x", "--review"]));

    private static async Task<(int Code, string Said, string Complained)> Run(params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("community-verb-").FullName;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. words])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, await said, await complained);
    }
}
