using CommunityWidget.Configuration;
using CommunityWidget.Database;
using CommunityWidget.Demo;
using CommunityWidget.Matching;
using CommunityWidget.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace CommunityWidget.Tests.Hosting;

/// <summary>What is set is understood in the words of the README's table, and what a compose file leaves blank is not set.</summary>
public sealed class PlainSettingsTests
{
    [Theory]
    [InlineData("off", false)]
    [InlineData("No", false)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("on", true)]
    [InlineData(" YES ", true)]
    [InlineData("1", true)]
    [InlineData("True", true)]
    public void A_yes_or_no_is_understood_in_every_word_for_it(string said, bool on)
    {
        Assert.Equal(on, Bound<LimitOptions>("Limits", ("Limits:Enabled", said)).Enabled);
        Assert.Equal(on, Bound<DatabaseOptions>("Database", ("Database:Migrate", said)).Migrate);
        Assert.Equal(on, DemoSwitch.From(Substitute.For<IHostEnvironment>(), Settings(("Demo:Enabled", said))).On);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void What_is_blank_is_not_set(string blank)
    {
        Assert.True(Bound<LimitOptions>("Limits", ("Limits:Enabled", blank)).Enabled);
        Assert.Equal(45_000, Bound<MatchingOptions>("Matching", ("Matching:SilenceMs", blank)).SilenceMs);
        var here = Substitute.For<IHostEnvironment>();
        Assert.False(DemoSwitch.From(here, Settings(("Demo:Enabled", blank))).On);
        here.EnvironmentName.Returns(Environments.Development);
        Assert.True(DemoSwitch.From(here, Settings(("Demo:Enabled", blank))).On);
    }

    [Fact]
    public void A_number_is_a_number_and_a_text_may_be_blank()
    {
        Assert.Equal(60_000, Bound<MatchingOptions>("Matching", ("Matching:SilenceMs", " 60000 ")).SilenceMs);
        Assert.Equal("", Bound<DatabaseOptions>("Database", ("Database:Path", "")).Path);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999999")]
    [InlineData("-99999999999")]
    public void A_number_out_of_all_bounds_is_told_the_bounds(string said) => Assert.Equal(
        "Matching:SilenceMs must lie between 100 and 3600000 milliseconds.",
        Assert.Single(Faults<MatchingOptions>("Matching", ("Matching:SilenceMs", said))).Split("with the error: '")[1].TrimEnd('.', '\'') + ".");

    [Fact]
    public void What_is_no_number_is_told_with_all_else_that_is_wrong_in_the_same_options()
    {
        var faults = Faults<MatchingOptions>("Matching", ("Matching:SilenceMs", "45s"), ("Matching:BeatMs", "often"), ("Matching:SweepMs", "1"));

        Assert.Equal(["Matching:SilenceMs", "Matching:BeatMs", "Matching:SweepMs"], faults.Select(fault => fault[fault.IndexOf("Matching:", StringComparison.Ordinal)..].Split(' ')[0]));
    }

    private static IEnumerable<string> Faults<T>(string section, params (string Name, string Value)[] settings) where T : class =>
        Assert.Throws<OptionsValidationException>(() => Bound<T>(section, options => options.ValidateDataAnnotations(), settings)).Failures;

    private static T Bound<T>(string section, params (string Name, string Value)[] settings) where T : class => Bound<T>(section, _ => { }, settings);

    private static T Bound<T>(string section, Action<OptionsBuilder<T>> checkedBy, params (string Name, string Value)[] settings) where T : class
    {
        var services = new ServiceCollection().AddSingleton(Settings(settings));
        checkedBy(services.AddOptions<T>().BindSettings(section));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
}
