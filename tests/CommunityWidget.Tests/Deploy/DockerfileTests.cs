using System.Text.RegularExpressions;

namespace CommunityWidget.Tests.Deploy;

/// <summary>Its steps are tried by tests/deploy.sh, without Docker; here it is read.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Known = ["ARG", "FROM", "COPY", "RUN", "WORKDIR", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "STOPSIGNAL", "ENTRYPOINT"];

    private readonly List<(string Word, string What)> _steps = [.. ComposeTests.Dockerfile.Text.Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2))
        .Select(words => (words[0], words[^1]))];

    [Fact]
    public void Every_line_is_an_instruction() => Assert.All(_steps, step => Assert.Contains(step.Word, Known));

    [Fact]
    public void Stages_are_copied_from_only_after_they_were_named()
    {
        var named = new HashSet<string>();
        foreach (var (word, rest) in _steps)
        {
            if (word == "FROM" && rest.Split(" AS ") is [_, var name]) named.Add(name);
            if (word == "COPY" && From().Match(rest) is { Success: true } from) Assert.Contains(from.Groups["stage"].Value, named);
        }
        Assert.Equal(3, _steps.Count(step => step.Word == "FROM"));
    }

    [Fact]
    public void Nobody_is_root_by_the_time_it_starts()
    {
        var last = _steps.FindLastIndex(step => step.Word == "FROM");
        var user = _steps.FindIndex(last, step => step.Word == "USER");
        Assert.True(user > last && user < _steps.FindIndex(step => step.Word == "ENTRYPOINT"));
        Assert.Equal("$APP_UID", _steps[user].What);
        Assert.DoesNotContain(_steps.Skip(user), step => step.Word is "RUN" or "COPY");
    }

    [Fact]
    public void It_is_started_without_a_shell_in_between() => Assert.Equal("[\"dotnet\", \"CommunityWidget.dll\"]", _steps[^1].What);

    [GeneratedRegex(@"^--from=(?<stage>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex From();
}
