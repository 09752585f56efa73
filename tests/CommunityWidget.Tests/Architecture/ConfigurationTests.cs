using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CommunityWidget.Hubs;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Tests.Architecture;

/// <summary>The README's table of options is the code's: every option with its default, and none that is not there.</summary>
public sealed partial class ConfigurationTests
{
    // Read by the framework, or not under their own name.
    private static readonly string[] Framework = ["Urls", Otlp.Endpoint, Otlp.Protocol, Otlp.Interval, "ConnectionStrings:Redis", "Logging:Console:FormatterName"];

    // Names of the framework that ours replace.
    private static readonly string[] NotOurs = ["urls", "http_ports", "https_ports"];

    private static readonly IReadOnlyList<SourceFile> Product = [.. Repository.Files("src/CommunityWidget", ".cs")];

    private static readonly Dictionary<string, string> Written = Rows().ToDictionary(row => row.Name, row => row.Default);

    private static readonly Dictionary<string, string> Bound = Options().ToDictionary(option => option.Name, option => option.Default);

    [Fact]
    public void Every_option_stands_in_the_table_with_its_default() =>
        Assert.Empty(Bound.Where(option => Written.GetValueOrDefault(option.Key) != option.Value).Select(option => $"{option.Key} is {option.Value} in the code and {Written.GetValueOrDefault(option.Key, "not written")} in the README"));

    [Fact]
    public void Every_setting_that_is_read_by_its_name_stands_there_too() => Assert.Empty(Read().Except(Written.Keys));

    [Fact]
    public void Nothing_stands_there_that_the_program_does_not_know() => Assert.Empty(Written.Keys.Except([.. Bound.Keys, .. Read(), .. Framework]));

    [Fact]
    public void The_options_are_seen_at_all()
    {
        Assert.Equal("10000", Bound["Hosting:DrainMs"]);
        Assert.Contains("PublicUrl", Read());
        Assert.Contains("Email:Port", Written.Keys);
    }

    [Fact]
    public void Every_class_of_options_is_checked_at_the_start() => Assert.Empty(
        typeof(VisitorHub).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetProperties().Any(p => p.SetMethod is { IsPublic: true }))
            .Where(type => !Product.Any(file => Regex.IsMatch(file.Text, $@"AddOptions<{type.Name}>\(\)[^;]*ValidateOnStart\(\)", RegexOptions.None, TimeSpan.FromSeconds(5))))
            .Select(type => type.Name));

    private static IEnumerable<(string Name, string Default)> Options() =>
        from file in Product
        from Match bound in BoundSection().Matches(file.Text)
        let type = typeof(VisitorHub).Assembly.GetTypes().Single(type => type.Name == bound.Groups["type"].Value)
        let options = Activator.CreateInstance(type)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        select ($"{bound.Groups["section"].Value}:{property.Name}", InWords(property.GetValue(options)));

    private static string InWords(object? value) => value switch
    {
        null or "" => "none",
        bool on => on ? "on" : "off",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static List<string> Read() =>
    [
        .. Product.SelectMany(file => Named().Matches(file.Text)).Select(found => found.Groups["name"].Value).Except(NotOurs),
        .. Product.SelectMany(file => ConnectionString().Matches(file.Text)).Select(found => $"ConnectionStrings:{found.Groups["name"].Value}"),
    ];

    private static IEnumerable<(string Name, string Default)> Rows()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var table = readme[readme.IndexOf("| option | default |", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'));
        foreach (var cells in table.Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            var names = Code().Matches(cells[1]).Select(found => found.Groups["code"].Value).ToList();
            var defaults = cells[2].Split(", ");
            for (var i = 0; i < names.Count; i++) yield return (names[i], names.Count == defaults.Length ? defaults[i].Trim('`') : cells[2]);
        }
    }

    [GeneratedRegex(@"AddOptions<(?<type>\w+)>\(\)\s*\.BindSettings\(""(?<section>\w+)""\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BoundSection();

    [GeneratedRegex(@"(settings\[|settings\.IsOn\(|configuration\[|Configuration\[)""(?<name>[\w:]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"GetConnectionString\(""(?<name>\w+)""\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"`(?<code>[\w:]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Code();
}
