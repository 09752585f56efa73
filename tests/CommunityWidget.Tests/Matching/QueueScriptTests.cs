using CommunityWidget.Matching;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing;
using StackExchange.Redis;

namespace CommunityWidget.Tests.Matching;

/// <summary>The scripts are sources like others: each is part of the program, says what it does, and touches one site.</summary>
public sealed class QueueScriptTests
{
    private static readonly IReadOnlyList<SourceFile> Scripts = [.. Repository.Files("src/CommunityWidget/Matching/Lua", ".lua")];

    [Fact]
    public void Every_script_is_part_of_the_program_and_no_other() => Assert.Equal(
        Scripts.Select(file => "lua/" + Path.GetFileName(file.Path)).Order(StringComparer.Ordinal),
        typeof(QueueScripts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("lua/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_script_begins_with_what_it_does_its_keys_and_what_it_returns() => Assert.Empty(
        Scripts.Where(file => !file.Text.StartsWith("--[[", StringComparison.Ordinal) || !file.Text.Contains("\n  KEYS ", StringComparison.Ordinal)
            || !file.Text.Contains("\n  Returns ", StringComparison.Ordinal) || (file.Text.Contains("ARGV[", StringComparison.Ordinal) && !file.Text.Contains("\n  ARGV ", StringComparison.Ordinal)))
            .Select(file => file.Path));

    [Fact]
    public void All_keys_of_a_site_lie_on_one_machine_of_a_cluster()
    {
        var (keys, site, other) = (new QueueKeys("p:"), Guid.CreateVersion7(), Guid.CreateVersion7());
        string[] all = [keys.Ages(site)!, keys.Later(site)!, keys.Ready(site)!, keys.Marks(site)!, keys.Person(site, other)!];

        Assert.Equal([site.ToString()], all.Select(key => key[(key.IndexOf('{', StringComparison.Ordinal) + 1)..key.IndexOf('}', StringComparison.Ordinal)]).Distinct());
    }

    [Fact]
    public void A_star_in_the_prefix_is_a_letter_like_others() =>
        Assert.Equal(new RedisChannel("shop*:bell", RedisChannel.PatternMode.Literal), new QueueKeys("shop*:").Bell);

    [RedisFact]
    public async Task Every_script_loads() => await new QueueScripts(TestRedis.Link, new("scripts:"), "a test").Load();
}
