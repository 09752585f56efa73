using CommunityWidget.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Matching;

/// <summary>Intervals that are each allowed, and together would take conversations from people who are there.</summary>
public sealed class MatchingOptionsTests
{
    [Theory]
    [InlineData("BeatMs", 15_001, "Matching:BeatMs must be at most a third of Matching:SilenceMs")]
    [InlineData("SilenceMs", 29_999, "Matching:BeatMs must be at most a third of Matching:SilenceMs")]
    [InlineData("VisitorHereMs", 29_999, "and of Matching:VisitorHereMs")]
    [InlineData("SweepMs", 2_001, "Matching:SweepMs must lie between 50 and 2000 milliseconds")]
    public void Beats_and_looks_that_come_too_seldom_stop_the_start_with_a_sentence(string name, int value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<OptionsValidationException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Who_wants_to_hear_of_people_less_often_waits_longer_for_them() =>
        Assert.Equal(60_000, Read(("BeatMs", 60_000), ("SilenceMs", 180_000), ("VisitorHereMs", 180_000)).BeatMs);

    private static MatchingOptions Read(params (string Name, int Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Matching:{s.Name}", (string?)$"{s.Value}"))).Build())
        .AddMatching().BuildServiceProvider().GetRequiredService<IOptions<MatchingOptions>>().Value;
}
