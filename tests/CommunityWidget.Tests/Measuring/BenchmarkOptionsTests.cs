using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Tests.Measuring;

/// <summary>A benchmark that measured something else than it was told to would be believed.</summary>
public sealed class BenchmarkOptionsTests
{
    [Theory]
    [InlineData("postgress", "--databases", "postgress")]
    [InlineData("sqlite,", "--databases", "sqlite,")]
    [InlineData("relya", "--only", "relya")]
    [InlineData("relay,relya", "--short", "--only", "relay,relya")]
    [InlineData("--only", "--only")]
    [InlineData("--only", "--only", "--short")]
    [InlineData("--report", "--report")]
    [InlineData("--warm", "--warm")]
    [InlineData("0", "--warm", "0")]
    [InlineData("-1", "--warm", "-1")]
    [InlineData("soon", "--warm", "soon")]
    [InlineData("Infinity", "--warm", "Infinity")]
    [InlineData("--help", "--help")]
    [InlineData("--fast", "--fast", "--short")]
    [InlineData("relay", "relay", "--short")]
    public void A_word_that_says_nothing_is_named_and_nothing_is_measured(string strange, params string[] words) => Assert.Equal((null, strange), Options.Read(words));

    [Fact]
    public void What_is_asked_for_is_read_whatever_stands_first()
    {
        var (read, _) = Options.Read(["--warm", "2.5", "--databases", "postgres,sqlite,postgres", "--short", "--only", "fanout,library", "--data", "sets", "--report", "REPORT.md"]);

        Assert.NotNull(read);
        Assert.Equal(["postgres", "sqlite"], read.Databases);
        Assert.Equal(Settings.Short with { WarmUp = TimeSpan.FromSeconds(2.5) }, read.Settings);
        Assert.Equal(("sets", "REPORT.md"), (read.Data, read.ReportFile));
        Assert.True(read is { } some && some.Wants("fanout") && some.Asks("library") && !some.Wants("relay"));
    }

    [Fact]
    public void Without_a_word_everything_is_measured_but_what_takes_long()
    {
        var (read, _) = Options.Read([]);

        Assert.True(read!.Wants("relay") && read.Wants("fanout") && !read.Asks("sitemap"));
        Assert.Equal(Settings.Full, read.Settings);
    }
}
