using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Npgsql;

namespace CommunityWidget.Tests.Hosting;

/// <summary>Whenever the program is told to end it does, in time and without a stack trace.</summary>
public sealed class EndTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CommunityWidget.dll");

    // Here, not on the whole server.
    private const string Waiting = "from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())";

    private readonly string _folder = ChildServer.NewFolder("community-end");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Who_reads_nothing_keeps_a_node_that_leaves_no_longer_than_its_time()
    {
        await using var program = await ProgramProcess.Start(new() { ["Database:Path"] = Path.Combine(_folder, "community.db"), ["Hosting:DrainMs"] = "500" });
        using var line = new TcpClient();
        await line.ConnectAsync(program.Address.Host, program.Address.Port);
        using var over = new CancellationTokenSource();
        var sending = AskAndReadNothing(line.GetStream(), program.Address, over.Token);
        // Answers lie there unread, and more are on their way.
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var (before, began) = (0, Stopwatch.GetTimestamp()); before == 0 || before != line.Available; await interval.WaitForNextTickAsync())
        {
            before = line.Available;
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It was not answered.");
            await interval.WaitForNextTickAsync();
        }
        Assert.False(sending.IsCompleted, "It was not answered.");

        var told = Stopwatch.StartNew();
        await using var stalls = new Stalls(() => told.Elapsed.TotalSeconds);
        await program.Signal("TERM");
        var code = await program.ExitCode();
        var took = told.Elapsed;
        await over.CancelAsync();

        Assert.Equal(0, code);
        Assert.True(took < TimeSpan.FromSeconds(5 + stalls.Between(0, took.TotalSeconds)), $"It took {took} to end.");
        Assert.DoesNotContain("Unhandled exception", program.Said, StringComparison.Ordinal);
        await sending;
    }

    [PostgresFact]
    public async Task A_node_or_a_migration_that_waits_for_anothers_migration_ends_when_it_is_told_to()
    {
        var (server, held) = await Held("select pg_advisory_lock(4702111234)");
        await using var _ = held;
        foreach (var (first, code) in new[] { ("migrate", 1), ("--Database:Migrate=true", 0) })
        {
            // The one before is gone from the server too.
            await Until(held, $"select (count(*) = 0)::int::bigint {Waiting}");
            var run = Start(server, first);
            await Until(held, $"select count(*) {Waiting}");

            var (exit, said) = await End(run);

            Assert.Equal(code, exit);
            Assert.True(!said.Contains("   at ", StringComparison.Ordinal), said);
            Assert.Equal(code == 1, said.Contains("Run it again", StringComparison.Ordinal));
        }
    }

    [PostgresFact]
    public async Task A_node_that_is_told_to_end_while_it_starts_ends_quietly()
    {
        await using var database = await WorldPostgres.Create();
        await using var held = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await held.OpenAsync();
        await Do(held, "begin; lock table sites in access exclusive mode");
        var run = Start(database.ConnectionString, "--environment=Development", "--Database:CommandTimeoutMs=60000");
        await Until(held, $"select count(*) {Waiting}");

        var (exit, said) = await End(run, after: () => Do(held, "commit"));

        Assert.Equal(0, exit);
        Assert.True(!said.Contains("   at ", StringComparison.Ordinal), said);
    }

    private static async Task<(string Server, NpgsqlConnection Held)> Held(string sql)
    {
        var server = await WorldPostgres.Server;
        var text = server.ConnectionString(await server.NewDatabase());
        var held = new NpgsqlConnection(text + ";Pooling=false");
        await held.OpenAsync();
        await Do(held, sql);
        return (text, held);
    }

    private static async Task Do(NpgsqlConnection on, string sql)
    {
        await using var command = new NpgsqlCommand(sql, on);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Until(NpgsqlConnection on, string isSo)
    {
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            await using var command = new NpgsqlCommand(isSo, on);
            if ((long)(await command.ExecuteScalarAsync())! > 0) return;
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It does not come to that.");
            await interval.WaitForNextTickAsync();
        }
    }

    private static Process Start(string postgres, params string[] words) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. words, $"--ConnectionStrings:Postgres={postgres}", "--urls=http://127.0.0.1:0"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    // What is done after, once it has heard the signal: it says so when it serves.
    private static async Task<(int Code, string Said)> End(Process run, Func<Task>? after = null)
    {
        using (run)
        {
            using var kill = Process.Start("kill", ["-TERM", run.Id.ToString()]);
            await kill.WaitForExitAsync();
            var said = new StringBuilder();
            if (after is not null)
            {
                while (await run.StandardOutput.ReadLineAsync() is { } line && said.AppendLine(line) is var _ && !line.Contains("This node leaves", StringComparison.Ordinal)) { }
                await after();
            }
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var (output, complaints) = (run.StandardOutput.ReadToEndAsync(late.Token), run.StandardError.ReadToEndAsync(late.Token));
            await run.WaitForExitAsync(late.Token);
            return (run.ExitCode, said + await output + await complaints);
        }
    }

    // Asks for more than lines hold, and reads nothing of it: what is being answered waits.
    private static async Task AskAndReadNothing(NetworkStream line, Uri to, CancellationToken over)
    {
        var asked = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"GET /widget.js HTTP/1.1\r\nHost: {to.Authority}\r\n\r\n", 50)));
        try
        {
            while (!over.IsCancellationRequested) await line.WriteAsync(asked, over);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The server ended, or the test.
        }
    }
}
