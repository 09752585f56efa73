using System.Text.Json;
using CommunityWidget.Demo;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hosting;

/// <summary>What both deployments ask for: a log a program can read.</summary>
public sealed class StructuredLogTests : IDisposable
{
    private readonly string _folder = ChildServer.NewFolder("community-structured");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_line_is_one_object_and_holds_no_token_or_ticket()
    {
        await using var program = await ProgramProcess.Start(new()
        {
            ["Database:Path"] = Path.Combine(_folder, "community.db"),
            ["Logging:Console:FormatterName"] = "json",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Hosting:DrainMs"] = "0",
        });
        var visitor = await (await VisitorDriver.Arrive(program.Address, SeedDemo.Key)).Connect();
        var (token, ticket) = (visitor.Token, (await visitor.Web.Hub("visitor")).Query.Split('=')[^1]);
        await visitor.DisposeAsync();
        await program.Signal("TERM");
        Assert.Equal(0, await program.ExitCode());

        Assert.True(Objects(program) > 20);
        Assert.DoesNotContain(token, program.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_says_there_that_nobody_has_an_account_and_not_how_to_get_one()
    {
        await using var program = await ProgramProcess.Start(new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database:Path"] = Path.Combine(_folder, "empty.db"),
            ["Logging:Console:FormatterName"] = "json",
            ["Hosting:DrainMs"] = "0",
        });
        await program.Signal("TERM");
        Assert.Equal(0, await program.ExitCode());

        Assert.True(Objects(program) > 0);
        Assert.Contains("verb welcome", program.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("/welcome#", program.Said, StringComparison.Ordinal);
    }

    // How many lines were said; each is one.
    private static int Objects(ProgramProcess program)
    {
        var lines = program.Said.Split('\n').Where(line => line.Length > 0).ToList();
        Assert.All(lines, line =>
        {
            using var read = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, read.RootElement.ValueKind);
        });
        return lines.Count;
    }
}
