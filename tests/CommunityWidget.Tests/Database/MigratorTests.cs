using CommunityWidget.Database;

namespace CommunityWidget.Tests.Database;

/// <summary>The files themselves; what is done with them stands in the specification.</summary>
public sealed class MigratorTests
{
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

    [Fact]
    public void Both_dialects_have_the_same_numbers() =>
        Assert.Equal(Migration.All("sqlite").Select(m => m.Number), Migration.All("postgres").Select(m => m.Number));
}
