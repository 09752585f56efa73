using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommunityWidget.Database;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Database;

/// <summary>The files themselves; what is done with them stands in the specification.</summary>
public sealed partial class MigratorTests
{
    // What came until then took away what the version before still read.
    private const int LastThatTookAway = 44;

    [Fact]
    public void Numbers_have_no_gap_and_each_is_one_common_file_or_a_full_pair()
    {
        var files = typeof(Migration).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => n[(n.IndexOf("Migrations.", StringComparison.Ordinal) + "Migrations.".Length)..].TrimStart('_')).ToList();
        var numbers = files.GroupBy(f => int.Parse(f[..4])).OrderBy(g => g.Key).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Select(g => g.Key));
        Assert.All(numbers, number =>
        {
            var halves = number.Select(f => f.Split('.')).ToList();
            var common = halves.Count == 1 && halves[0].Length == 2;
            var pair = halves.Count == 2 && halves.Select(h => h[1]).Order().SequenceEqual(["postgres", "sqlite"]) && halves[0][0] == halves[1][0];
            Assert.True(common || pair, string.Join(", ", number));
        });
    }

    /// <summary>A database that had run it would be refused for ever. As <c>sha256sum</c> writes it: a new file's line is added, a line that is there never changes.</summary>
    [Fact]
    public void None_that_somebody_may_have_run_was_edited()
    {
        var files = Repository.Files("src/CommunityWidget/Database/Migrations", ".sql").ToList();
        var sums = files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text.ReplaceLineEndings("\n"))))}  {Path.GetFileName(file.Path)}").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(sums);
        Assert.Equal(File.ReadAllLines(Path.Combine(Repository.Root, "tests/CommunityWidget.Tests/Database/migrations.sha256")).Order(StringComparer.Ordinal), sums);
    }

    /// <summary>While a fleet is moved to a new version, nodes of the one before work on the new schema. A single node's SQLite has no such neighbours.</summary>
    [Fact]
    public void What_nodes_of_two_versions_share_is_only_added_to() =>
        Assert.Empty(Migration.All("postgres").Where(m => m.Number > LastThatTookAway && TakesAway(m.Sql)).Select(m => m.Name));

    [Theory]
    [InlineData("drop table if exists notes;", true)]
    [InlineData("alter table notes\n  drop column body", true)]
    [InlineData("ALTER TABLE notes RENAME COLUMN body TO text", true)]
    [InlineData("create table notes (id uuid); drop index notes_by_site; -- instead of a drop table", false)]
    public void What_takes_away_is_found(string sql, bool takesAway) => Assert.Equal(takesAway, TakesAway(sql));

    private static bool TakesAway(string sql) => Taking().IsMatch(Comment().Replace(sql, ""));

    [GeneratedRegex(@"\b(drop\s+(table|column)|rename)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Taking();

    [GeneratedRegex("--.*", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Comment();

    [Fact]
    public void Both_dialects_have_the_same_numbers() =>
        Assert.Equal(Migration.All("sqlite").Select(m => m.Number), Migration.All("postgres").Select(m => m.Number));
}
