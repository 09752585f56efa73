using System.Runtime.Versioning;

namespace CommunityWidget.Tests.Deploy;

/// <summary>A package with a hole its registry knows of fails the run; of a registry that cannot be asked nothing is known. Both registries are played.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HolesTests : IDisposable
{
    private const string None = """{ "version": 1, "projects": [ { "path": "a.csproj" } ] }""";

    private const string OfNuget = """
        { "projects": [ { "frameworks": [ { "transitivePackages": [ {
            "id": "Old.Json",
            "resolvedVersion": "12.0.1",
            "vulnerabilities": [ {
              "severity": "High",
              "advisoryurl": "https://advisories.example/GHSA-1"
            } ] } ] } ] } ] }
        """;

    private const string OfNpm = """
        { "vulnerabilities": { "old-json": {
            "name": "old-json",
            "via": [ { "url": "https://advisories.example/GHSA-2" } ],
            "range": "<2" } } }
        """;

    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("community-holes");

    public void Dispose() => _programs.Delete(recursive: true);

    [Fact]
    public async Task No_known_hole_passes() => Assert.Equal((0, "No hole is known in any package.\n"), await Look(None, """{ "vulnerabilities": {} }"""));

    [Fact]
    public async Task A_hole_in_a_package_behind_another_fails_and_is_named()
    {
        var (status, said) = await Look(OfNuget, """{ "vulnerabilities": {} }""");

        Assert.Equal(1, status);
        Assert.Contains("Old.Json", said, StringComparison.Ordinal);
        Assert.Contains("GHSA-1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_one_in_what_the_widget_is_built_of()
    {
        var (status, said) = await Look(None, OfNpm);

        Assert.Equal(1, status);
        Assert.Contains("GHSA-2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_cannot_be_asked_is_named_and_nothing_is_said_to_be_safe() =>
        Assert.Equal((0, "npm could not be asked about holes.\n"), await Look(None, """{ "error": {} }"""));

    private async Task<(int Status, string Said)> Look(string nuget, string npm)
    {
        Says("dotnet", nuget);
        Says("npm", npm);
        return await Programs.Run("env", $"PATH={_programs.FullName}:{Environment.GetEnvironmentVariable("PATH")}", "bash", "tests/holes.sh");
    }

    private void Says(string program, string said)
    {
        var path = Path.Combine(_programs.FullName, program);
        File.WriteAllText(path, $"#!/bin/sh\ncat <<'SAID'\n{said}\nSAID\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
