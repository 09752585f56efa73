using System.Diagnostics;

namespace CommunityWidget.Tests.Architecture;

/// <summary>Each fault of the rig can be run without what stands against it: the list names all of them, and its patches still fit the program.</summary>
public sealed class LeftOutTests
{
    private const string Rig = "tests/CommunityWidget.Faults", Folder = $"{Rig}/Without";

    private static readonly string[] OfClients = ["resume", "keys", "listening", "moving", "doubt"];

    private static readonly IReadOnlyList<Row> List = [.. File.ReadLines(Path.Combine(Repository.Root, Folder, "list")).Where(line => !line.StartsWith('#')).Select(Row.Read)];

    private static readonly IReadOnlyList<string> Patches = [.. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.patch").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_fault_of_the_rig_stands_in_the_list_once() => Assert.Equal(Faults().Order(), List.Select(row => row.Fault));

    [Fact]
    public void What_is_left_out_is_a_patch_a_word_of_the_clients_or_a_setting() =>
        Assert.All(List.SelectMany(row => row.LeftOut), one => Assert.True(Patches.Contains(one) || OfClients.Contains(one) || one.Contains('='), one));

    [Fact]
    public void No_patch_is_left_that_nothing_uses() => Assert.Equal(Patches, List.SelectMany(row => row.LeftOut).Intersect(Patches).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_patch_still_fits_the_program_alone_and_beside_those_it_is_left_out_with()
    {
        Assert.NotEmpty(Patches);
        foreach (var together in List.Select(row => row.LeftOut.Intersect(Patches).ToList()).Where(some => some.Count > 0))
        {
            var check = new ProcessStartInfo("git", ["apply", "--check", .. together.Select(name => $"{Folder}/{name}.patch")]) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardError = true };
            using var git = Process.Start(check)!;
            var said = await git.StandardError.ReadToEndAsync();
            await git.WaitForExitAsync();
            Assert.True(git.ExitCode == 0, $"{string.Join(", ", together)}: {said}");
        }
    }

    /// <summary>A run that plays nothing would end well and show nothing.</summary>
    [Theory]
    [InlineData("99")]
    [InlineData("1,2,4")]
    [InlineData("1", "99")]
    [InlineData("--seeds", "2")]
    public async Task Each_plays_no_number_that_is_not_in_the_list(params string[] words)
    {
        var each = new ProcessStartInfo("bash", ["tests/faults.sh", "--each", .. words]) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var bash = Process.Start(each)!;
        var said = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.Equal(2, bash.ExitCode);
        Assert.Contains("says nothing here: --each takes numbers of", said, StringComparison.Ordinal);
    }

    /// <summary>Any other trouble of the rig would do as well.</summary>
    [Fact]
    public void Where_a_run_does_not_come_to_its_end_the_list_says_by_which_error() =>
        Assert.DoesNotContain(List.SelectMany(row => row.Missed), words => words.EndsWith("it came to its end", StringComparison.Ordinal));

    // The short one is several of the others.
    private static IEnumerable<int> Faults() => Directory.GetFiles(Path.Combine(Repository.Root, Rig, "Scenarios"), "F??*.cs")
        .Select(file => int.TryParse(Path.GetFileName(file)[1..3], out var number) ? number : 0).Where(number => number > 0);

    private sealed record Row(int Fault, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Missed)
    {
        public static Row Read(string line) => line.Split('|') is [var fault, var leftOut, { Length: > 0 } missed, not ""]
            ? new(int.Parse(fault), leftOut.Trim().Split('+'), missed.Trim().Split('/'))
            : throw new InvalidOperationException($"Not a row of the list: {line}");
    }
}
