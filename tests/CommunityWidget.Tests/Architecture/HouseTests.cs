using System.Text.RegularExpressions;

namespace CommunityWidget.Tests.Architecture;

public sealed partial class HouseTests
{
    // As long as the contract, and nobody writes it.
    private const string Generated = "widget/wire/contracts.ts";

    private static readonly string[] Drawers = ["Common", "Services", "Helpers", "Models", "Utils", "Managers", "Misc", "Shared"];

    [Fact]
    public void Only_the_database_room_knows_which_database_there_is() => Assert.DoesNotContain(
        Repository.Files("src/CommunityWidget", ".cs", ".cshtml"),
        file => Arrows.RoomOf(file) != "Database" && Dialect().IsMatch(file.Text));

    // A time limit of a database, a mail server or a script cancels as well: whoever takes that for a stop never works again.
    [Fact]
    public void A_worker_ends_by_its_own_stop_only() => Assert.Empty(
        Repository.Files("src/CommunityWidget", ".cs").Where(file => file.Text.Contains("is not OperationCanceledException", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void No_folder_is_a_drawer() => Assert.DoesNotContain(
        Repository.Folders("src").Concat(Repository.Folders("tests")),
        // Razor finds layouts in a folder of this name only.
        path => Drawers.Contains(Path.GetFileName(path)) && !path.Replace('\\', '/').EndsWith("Pages/Shared", StringComparison.Ordinal));

    [Theory]
    [InlineData("tests/CommunityWidget.Checker")]
    [InlineData("tests/CommunityWidget.SearchEngine")]
    public void The_checkers_share_nothing_with_what_they_check(string folder) => Assert.DoesNotContain(
        Repository.Files(folder, ".cs", ".csproj"),
        file => file.Text.Contains("ProjectReference", StringComparison.Ordinal) || file.Text.Contains("<Compile", StringComparison.Ordinal)
            || file.Text.Contains("CommunityWidget.Contracts", StringComparison.Ordinal));

    [Fact]
    public void Files_are_short() => Assert.Empty(TooLong([.. Repository.Files("src", ".cs", ".cshtml", ".lua", ".sql")], p95: 200, longest: 300)
        .Concat(TooLong([.. Repository.Files("widget", ".ts", ".tsx", ".mjs").Where(file => file.Path != Generated)], p95: 200, longest: 300))
        .Concat(TooLong([.. Repository.Files("tests", ".cs", ".sh")], p95: 400, longest: 400)));

    [Fact]
    public void Hubs_scripts_and_the_program_are_shorter_still() => Assert.Empty(
        Repository.Files("src/CommunityWidget", ".cs", ".lua")
            .Where(file => file.Lines > (file switch { { Path: var p } when p.EndsWith("/Program.cs", StringComparison.Ordinal) => 80, { Path: var p } when p.EndsWith(".lua", StringComparison.Ordinal) => 60, _ when Arrows.RoomOf(file) == "Hubs" => 150, _ => 300 }))
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void A_namespace_is_its_folder() => Assert.Empty(
        Repository.Files("src", ".cs").Where(file => Namespace().Match(file.Text) is { Success: true } found
            && found.Groups["name"].Value != string.Join('.', file.Path.Split('/')[1..^1]))
            .Select(file => file.Path));

    private static IEnumerable<string> TooLong(IReadOnlyList<SourceFile> files, int p95, int longest)
    {
        if (files.Count == 0) return [];
        var sorted = files.OrderBy(file => file.Lines).ToList();
        var atP95 = sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1];
        return sorted.Where(file => file.Lines > longest).Append(atP95).Where(file => file.Lines > longest || (file == atP95 && file.Lines > p95))
            .Select(file => $"{file.Path}: {file.Lines} lines").Distinct();
    }

    [GeneratedRegex(@"Npgsql|Sqlite", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Dialect();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Namespace();
}
