using System.Diagnostics;
using CommunityWidget.Import;

namespace CommunityWidget.Tests.Import;

/// <summary>The verb as a program of its own, killed where it stands.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 4_000, EachRejected = 100;

    [Fact]
    public async Task What_is_killed_in_the_middle_goes_on_with_nothing_twice_and_nothing_lost()
    {
        await using var import = await ImportCase.Start();
        var rows = Enumerable.Range(0, Rows).Select(n => n % EachRejected == 50 ? $"Question {n}?," : $"Question {n}?,Answer {n}.");
        await File.WriteAllTextAsync(import.Path("many.csv"), string.Join('\n', rows.Prepend("question,answer")));

        await KillAfterTheFirstRows(import);

        var stored = (await import.Pages()).Count;
        Assert.InRange(stored, 1, Rows - 1);
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("many.csv", CancellationToken.None));
        Assert.Contains("going on behind row", import.Said.ToString(), StringComparison.Ordinal);
        var wanted = Enumerable.Range(0, Rows).Where(n => n % EachRejected != 50).Select(n => $"Question {n}?").Order(StringComparer.Ordinal);
        Assert.Equal(wanted, (await import.Pages()).Select(page => page.Title).Order(StringComparer.Ordinal));
        foreach (var table in new[] { "threads", "visitors", "answers", "search_pages", "imported" })
            Assert.Equal((table, Rows - (Rows / EachRejected)), (table, await import.World.Db.Find<long>($"select count(*) from {table}")));
        Assert.Equal(Enumerable.Range(0, Rows / EachRejected).Select(n => $"Question {(n * EachRejected) + 50}?"), import.Rejected("many.csv").Skip(1).Select(line => line.Split(',')[0]));
    }

    // By the first line about its progress some hundred rows are in, and the next are on their way.
    private static async Task KillAfterTheFirstRows(ImportCase import)
    {
        using var verb = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CommunityWidget.dll"), "import", import.Path("many.csv"), "--site", import.World.Here.Slug, .. import.Settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        while (await verb.StandardOutput.ReadLineAsync() is { } line && !line.Contains("/s", StringComparison.Ordinal))
        {
            // What is said before it.
        }
        verb.Kill();
        await verb.WaitForExitAsync();
    }
}
