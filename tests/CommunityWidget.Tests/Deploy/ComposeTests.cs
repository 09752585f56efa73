using System.Text.RegularExpressions;
using CommunityWidget.Hosting;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Deploy;

/// <summary>Nothing here starts a container: what would matter to one is read.</summary>
public sealed partial class ComposeTests
{
    private readonly Yaml _compose = Yaml.Read("deploy/compose.yaml");

    [Fact]
    public void It_has_two_nodes_a_balancer_and_what_they_stand_on() => Assert.Equal(
        ["balancer", "collector", "migrate", "node1", "node2", "postgres", "redis"],
        _compose["services"].Entries.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_node_cannot_write_but_to_memory_and_has_time_to_drain() => Assert.All(Nodes, node =>
    {
        Assert.Equal("true", node["read_only"].Text);
        Assert.Equal(["/tmp"], node["tmpfs"].Texts);
        Assert.Equal(["ALL"], node["cap_drop"].Texts);
        Assert.True(int.Parse(node["stop_grace_period"].Text!.TrimEnd('s')) >= 10 + (HostingSetup.EndMs + ExportTelemetry.ShutdownMs) / 1_000);
        Assert.Equal("json", node["environment", "Logging__Console__FormatterName"].Text);
        Assert.Equal("redis:6379", node["environment", "ConnectionStrings__Redis"].Text);
        Assert.Contains("Host=postgres;", node["environment", "ConnectionStrings__Postgres"].Text!);
    });

    [Fact]
    public void Nodes_start_after_the_schema_is_there() => Assert.All(
        Nodes, node => Assert.Equal("service_completed_successfully", node["depends_on", "migrate", "condition"].Text));

    /// <summary>Its first start runs a server that listens to the socket only, makes the database and ends: a healthy one listens to the network.</summary>
    [Fact]
    public void PostgreSQL_is_healthy_once_the_network_reaches_it_and_a_migration_that_failed_is_tried_again_but_not_for_ever()
    {
        Assert.Equal(["CMD", "pg_isready", "-h", "127.0.0.1", "-U", "community"], _compose["services", "postgres", "healthcheck", "test"].Texts);
        Assert.Equal("on-failure:5", _compose["services", "migrate", "restart"].Text);
    }

    [Fact]
    public void Redis_refuses_rather_than_forgets() => Assert.Equal("noeviction", _compose["services", "redis", "command"].Texts[^1]);

    [Fact]
    public void The_balancer_knows_every_node_by_its_name()
    {
        var servers = Repository.Files("deploy/nginx", ".conf").Single(file => file.Path.EndsWith("balancer.conf", StringComparison.Ordinal)).Text;
        foreach (var node in _compose["services"].Entries.Keys.Where(name => name.StartsWith("node", StringComparison.Ordinal)))
            Assert.Contains($"server {node}:8080 ", servers);
    }

    /// <summary>nginx looks a name up once: a node that an upgrade made anew has another address.</summary>
    [Fact]
    public void The_balancer_starts_anew_with_each_node_and_an_upgrade_takes_one_at_a_time()
    {
        var awaited = _compose["services", "balancer", "depends_on"];
        Assert.All(_compose["services"].Entries.Keys.Where(name => name.StartsWith("node", StringComparison.Ordinal)), node => Assert.Equal(("service_started", "true"), (awaited[node, "condition"].Text, awaited[node, "restart"].Text)));
        var said = File.ReadAllText(Path.Combine(Repository.Root, "deploy/README.md"));
        string[] steps = ["$compose build", "$compose run --rm migrate", "$compose up -d --no-deps --wait node1", "exec balancer nginx -s reload", "$compose up -d --no-deps --wait node2"];
        var places = steps.Select(step => said.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Files_it_mounts_are_there() => Assert.All(
        _compose["services"].Entries.Values.SelectMany(service => service["volumes"].Texts).Where(mount => mount.StartsWith("./", StringComparison.Ordinal)),
        mount => Assert.True(File.Exists(Path.Combine(Repository.Root, "deploy", mount.Split(':')[0]))));

    [Fact]
    public void Every_variable_without_a_default_stands_in_the_example()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, "deploy/compose.env.example"));
        var needed = Variable().Matches(File.ReadAllText(Path.Combine(Repository.Root, "deploy/compose.yaml"))).Select(found => found.Groups["name"].Value);
        Assert.All(needed, name => Assert.Matches($"(?m)^#?{name}=", example));
    }

    [Fact]
    public void No_image_carries_the_name_of_a_registry() => Assert.DoesNotContain(
        Repository.Files("deploy", ".yaml", ".example").Append(Dockerfile), file => Registry().IsMatch(file.Text));

    [Fact]
    public void The_collector_runs_only_what_it_defines()
    {
        var collector = Yaml.Read("deploy/collector/collector.yaml");
        Assert.NotEmpty(collector["service", "pipelines"].Entries);
        foreach (var (kind, pipeline) in collector["service", "pipelines"].Entries)
        {
            foreach (var part in new[] { "receivers", "processors", "exporters" })
            {
                Assert.NotEmpty(pipeline[part].Texts);
                Assert.All(pipeline[part].Texts, name => Assert.True(collector[part, name].Exists, $"{kind}: {part}/{name}"));
            }
        }
    }

    /// <summary>A socket is two lines of the balancer, and one worker may have them all.</summary>
    [Fact]
    public void The_balancer_holds_as_many_sockets_as_its_nodes()
    {
        Assert.Contains("./nginx/nginx.conf:/etc/nginx/nginx.conf:ro", _compose["services", "balancer", "volumes"].Texts);
        var frame = File.ReadAllText(Path.Combine(Repository.Root, "deploy/nginx/nginx.conf"));
        int Said(string what) => int.Parse(Regex.Match(frame, $@"(?m)^\s*{what} (\d+);", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
        var each = int.Parse(Yaml.Read("deploy/kubernetes/autoscaler.yaml")["spec", "metrics", 0, "pods", "target", "averageValue"].Text!);

        // While they move from one node to the other both lines are there.
        Assert.True(Said("worker_connections") >= 2 * 2 * Nodes.Count() * each);
        Assert.True(Said("worker_rlimit_nofile") >= Said("worker_connections"));
        // A worker for each processor of a large machine would each take the memory of all these.
        Assert.InRange(Said("worker_processes"), 1, 4);
        Assert.Equal($"{Said("worker_rlimit_nofile")}", _compose["services", "balancer", "ulimits", "nofile"].Text);
    }

    /// <summary>A node that died says its last figures for as long as that: added to those of the living, nobody would miss it. One that was late once is not gone.</summary>
    [Fact]
    public void A_node_s_figures_go_soon_after_it_does() =>
        Assert.Equal("150s", Yaml.Read("deploy/collector/collector.yaml")["exporters", "prometheus", "metric_expiration"].Text);

    [Theory]
    [InlineData(".gitignore", "deploy/compose.env")]
    [InlineData("deploy/Dockerfile.dockerignore", "deploy/compose.env")]
    public void The_file_with_the_password_goes_into_no_history_and_no_image(string ignores, string what) =>
        Assert.Contains(what, File.ReadAllLines(Path.Combine(Repository.Root, ignores)));

    internal static SourceFile Dockerfile { get; } = new("deploy/Dockerfile", File.ReadAllText(Path.Combine(Repository.Root, "deploy/Dockerfile")));

    private IEnumerable<Yaml> Nodes => [_compose["services", "node1"], _compose["services", "node2"]];

    [GeneratedRegex(@"\$\{(?<name>\w+):[?-]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Variable();

    // A host name in front of an image's path has a dot or a port.
    [GeneratedRegex(@"(?:image:|FROM|_IMAGE[=:]-?)\s*""?(?:\$\{\w+:-)?[\w-]+(?:\.[\w-]+)+(?::\d+)?/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Registry();
}
