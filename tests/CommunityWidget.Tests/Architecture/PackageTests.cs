using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityWidget.Tests.Architecture;

/// <summary>What comes from others comes in one exact version that is written down in one place: whoever reads of a hole there knows whether it is here.</summary>
public sealed partial class PackageTests
{
    private static readonly IReadOnlyList<SourceFile> Projects = [.. new[] { "src", "tests" }.SelectMany(folder => Repository.Files(folder, ".csproj"))];

    [Fact]
    public void Every_package_has_one_exact_version_in_the_central_file()
    {
        var central = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var versions = central.Descendants().Where(e => e.Name.LocalName is "PackageVersion" or "GlobalPackageReference").Select(e => (Name: (string)e.Attribute("Include")!, Version: (string?)e.Attribute("Version") ?? "")).ToList();

        Assert.Contains(central.Descendants("CentralPackageTransitivePinningEnabled"), e => e.Value == "true");
        Assert.Equal([], versions.Where(v => !Exact().IsMatch(v.Version)).Select(v => $"{v.Name} {v.Version}"));
        Assert.Equal(versions.Count, versions.DistinctBy(v => v.Name, StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void No_project_names_a_version_of_its_own()
    {
        var used = Projects.SelectMany(file => XDocument.Parse(file.Text).Descendants("PackageReference").Select(e => (file.Path, Name: (string)e.Attribute("Include")!, Own: e.Attribute("Version") ?? e.Attribute("VersionOverride")))).ToList();
        Assert.NotEmpty(used);
        Assert.Equal([], used.Where(p => p.Own is not null).Select(p => $"{p.Path}: {p.Name} {p.Own!.Value}"));
    }

    [Fact]
    public void Every_package_of_the_widget_is_locked_with_what_its_bytes_must_be()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "widget/package-lock.json")));
        var packages = locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Contains("node_modules/", StringComparison.Ordinal) && !p.Value.TryGetProperty("link", out _)).ToList();

        Assert.True(packages.Count > 20, $"{packages.Count} packages");
        Assert.Equal([], packages.Where(p => !Exact().IsMatch(p.Value.GetProperty("version").GetString()!)).Select(p => p.Name));
        Assert.Equal([], packages.Where(p => !p.Value.TryGetProperty("integrity", out var bytes) || !bytes.GetString()!.StartsWith("sha512-", StringComparison.Ordinal)).Select(p => p.Name));
    }

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Exact();
}
