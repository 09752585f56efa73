using CommunityWidget.Hosting;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Deploy;

/// <summary>There is no cluster here: the manifests are read, and what must fit together is held together.</summary>
public sealed class KubernetesTests
{
    private const string Folder = "deploy/kubernetes/";
    private const int DrainSeconds = 10;

    private static readonly object[] Backend = ["spec", "rules", 0, "http", "paths", 0, "backend", "service"];

    private readonly Yaml _pod = Manifest("deployment")["spec", "template", "spec"];

    private Yaml Container => _pod["containers", 0];

    [Fact]
    public void Every_manifest_is_applied_and_says_what_it_is()
    {
        var applied = Manifest("kustomization")["resources"].Texts;
        Assert.Equal(
            Yaml.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && !path.EndsWith("kustomization.yaml", StringComparison.Ordinal)).Select(path => path[Folder.Length..]).Order(StringComparer.Ordinal),
            applied.Order(StringComparer.Ordinal));
        Assert.All(applied, file =>
        {
            var manifest = Yaml.Read(Folder + file);
            Assert.True(manifest["apiVersion"].Exists && manifest["kind"].Exists && manifest["metadata", "name"].Exists, file);
        });
    }

    [Fact]
    public void The_time_to_end_fits_what_ending_takes()
    {
        var grace = Number(_pod["terminationGracePeriodSeconds"]);
        Assert.True(grace >= Number(Container["lifecycle", "preStop", "sleep", "seconds"]) + DrainSeconds + (HostingSetup.EndMs + ExportTelemetry.ShutdownMs) / 1_000, $"{grace} s");
    }

    [Fact]
    public void Neither_whether_it_lives_nor_whether_it_serves_asks_the_database()
    {
        Assert.Equal("/health/live", Container["livenessProbe", "httpGet", "path"].Text);
        Assert.Equal("/health/live", Container["startupProbe", "httpGet", "path"].Text);
        Assert.Equal("/health/serving", Container["readinessProbe", "httpGet", "path"].Text);
        Assert.Equal(Container["ports", 0, "name"].Text, Container["readinessProbe", "httpGet", "port"].Text);
        Assert.Equal(Container["ports", 0, "containerPort"].Text, Manifest("settings")["data", "ASPNETCORE_HTTP_PORTS"].Text);
    }

    /// <summary>What PostgreSQL has unless told otherwise, less what it keeps for its owner and what a backup and somebody who looks need.</summary>
    [Fact]
    public void All_nodes_there_may_be_at_once_and_the_migration_find_a_connection_each_time()
    {
        const int migration = 1;
        var deployment = Manifest("deployment")["spec"];
        // Nobody counts those that end: one begins to whenever a new one has been ready for long enough.
        var ending = (int)Math.Ceiling((double)Number(deployment["template", "spec", "terminationGracePeriodSeconds"]) / Number(deployment["minReadySeconds"]));
        var nodes = Number(Manifest("autoscaler")["spec", "maxReplicas"]) + Number(deployment["strategy", "rollingUpdate", "maxSurge"]) + ending;
        Assert.Equal(Manifest("settings")["metadata", "name"].Text, Manifest("migrate")["spec", "template", "spec", "containers", 0, "envFrom", 0, "configMapRef", "name"].Text);
        Assert.InRange((nodes + migration) * Number(Manifest("settings")["data", "Database__PoolSize"]), 1, 90);
    }

    [Theory]
    [InlineData("deployment")]
    [InlineData("migrate")]
    public void Nothing_runs_as_root_or_writes_to_its_own_files(string file)
    {
        var pod = Manifest(file)["spec", "template", "spec"];
        Assert.Equal("true", pod["securityContext", "runAsNonRoot"].Text);
        Assert.Equal("RuntimeDefault", pod["securityContext", "seccompProfile", "type"].Text);
        Assert.Equal("false", pod["automountServiceAccountToken"].Text);
        var rights = pod["containers", 0, "securityContext"];
        Assert.Equal("true", rights["readOnlyRootFilesystem"].Text);
        Assert.Equal("false", rights["allowPrivilegeEscalation"].Text);
        Assert.Equal(["ALL"], rights["capabilities", "drop"].Texts);
        Assert.Equal("/tmp", pod["containers", 0, "volumeMounts", 0, "mountPath"].Text);
        Assert.Equal(pod["volumes", 0, "name"].Text, pod["containers", 0, "volumeMounts", 0, "name"].Text);
        Assert.True(pod["containers", 0, "resources", "limits", "memory"].Exists);
    }

    [Theory]
    [InlineData("deployment")]
    [InlineData("migrate")]
    public void Secrets_are_only_named(string file)
    {
        var settings = Manifest(file)["spec", "template", "spec", "containers", 0, "env"].Items;
        Assert.NotEmpty(settings);
        Assert.All(
            settings.Where(setting => !setting["valueFrom", "fieldRef"].Exists && setting["name"].Text != "OTEL_RESOURCE_ATTRIBUTES"),
            setting => Assert.True(setting["valueFrom", "secretKeyRef", "key"].Exists && !setting["value"].Exists));
    }

    [Fact]
    public void No_file_holds_a_secret() => Assert.DoesNotContain(Yaml.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal)), path => Yaml.Read(path)["kind"].Text == "Secret");

    [Fact]
    public void Service_budget_and_autoscaler_mean_these_nodes()
    {
        var name = Manifest("deployment")["metadata", "name"].Text;
        var label = Manifest("deployment")["spec", "template", "metadata", "labels", "app"].Text;
        Assert.Equal(label, Manifest("deployment")["spec", "selector", "matchLabels", "app"].Text);
        Assert.Equal(label, Manifest("service")["spec", "selector", "app"].Text);
        Assert.Equal(label, Manifest("disruption")["spec", "selector", "matchLabels", "app"].Text);
        Assert.Equal(label, Manifest("network")["spec", "podSelector", "matchLabels", "app"].Text);
        Assert.NotEqual(label, Manifest("migrate")["spec", "template", "metadata", "labels", "app"].Text);
        Assert.Equal(name, Manifest("autoscaler")["spec", "scaleTargetRef", "name"].Text);
        Assert.Equal(Manifest("service")["metadata", "name"].Text, Manifest("ingress")["spec", "rules", 0, "http", "paths", 0, "backend", "service", "name"].Text);
    }

    /// <summary>While a new version comes in, each node has the files of its own release only.</summary>
    [Fact]
    public void A_file_that_one_node_does_not_have_is_asked_of_the_next_at_the_same_address()
    {
        var (pages, files) = (Manifest("ingress"), Manifest("assets"));
        Assert.Contains("http_404", files["metadata", "annotations", "nginx.ingress.kubernetes.io/proxy-next-upstream"].Text!.Split(' '));
        Assert.True(Number(files["metadata", "annotations", "nginx.ingress.kubernetes.io/proxy-next-upstream-tries"]) >= 2 * Number(Manifest("autoscaler")["spec", "maxReplicas"]));
        Assert.Equal("/assets/", files["spec", "rules", 0, "http", "paths", 0, "path"].Text);
        foreach (var same in new object[][] { ["spec", "ingressClassName"], ["spec", "rules", 0, "host"], [.. Backend, "name"], [.. Backend, "port", "name"] })
            Assert.Equal(pages[same].Text, files[same].Text);
        Assert.NotEqual(pages["metadata", "name"].Text, files["metadata", "name"].Text);
    }

    /// <summary>Whoever types what is written there in that order has it running.</summary>
    [Fact]
    public void The_namespace_is_there_before_the_secret_in_it_and_what_is_yours_to_provide_is_said()
    {
        var said = File.ReadAllText(Path.Combine(Repository.Root, "deploy/README.md"));
        string[] steps = ["kubectl apply -f deploy/kubernetes/namespace.yaml", "create secret generic communitywidget", "kubectl apply -k deploy/kubernetes"];
        var places = steps.Select(step => said.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.True(Container["lifecycle", "preStop", "sleep"].Exists);
        Assert.Contains("Kubernetes 1.30", said, StringComparison.Ordinal);
    }

    [Fact]
    public void No_setting_names_a_machine_of_the_cluster_that_is_not_applied()
    {
        var addresses = Manifest("settings")["data"].Entries.Values.Select(value => value.Text!).Where(text => text.Contains("://", StringComparison.Ordinal)).Select(text => new Uri(text).Host);
        Assert.All(addresses.Where(host => !host.Contains('.', StringComparison.Ordinal)), host => Assert.Equal(Manifest("service")["metadata", "name"].Text, host));
    }

    [Fact]
    public void It_grows_with_its_connections()
    {
        Assert.Equal("communitywidget_connections", Manifest("autoscaler")["spec", "metrics", 0, "pods", "metric", "name"].Text);
        Assert.True(Number(Manifest("autoscaler")["spec", "minReplicas"]) >= 2);
        Assert.Equal("0", Manifest("deployment")["spec", "strategy", "rollingUpdate", "maxUnavailable"].Text);
    }

    /// <summary>An adapter finds a pod's figure by the labels its meter carries.</summary>
    [Fact]
    public void Meters_carry_the_pod_and_namespace_the_autoscaler_asks_by()
    {
        var settings = Container["env"].Items.ToList();
        var names = settings.ConvertAll(setting => setting["name"].Text);
        Assert.Equal("metadata.name", settings[names.IndexOf("POD_NAME")]["valueFrom", "fieldRef", "fieldPath"].Text);
        Assert.Equal("metadata.namespace", settings[names.IndexOf("POD_NAMESPACE")]["valueFrom", "fieldRef", "fieldPath"].Text);
        var said = names.IndexOf("OTEL_RESOURCE_ATTRIBUTES");
        Assert.Equal("k8s.pod.name=$(POD_NAME),k8s.namespace.name=$(POD_NAMESPACE)", settings[said]["value"].Text);
        // What stands behind it is not filled in.
        Assert.True(said > names.IndexOf("POD_NAME") && said > names.IndexOf("POD_NAMESPACE"));
        var rule = File.ReadAllText(Path.Combine(Repository.Root, "deploy/README.md"));
        Assert.Contains("k8s_pod_name: { resource: pod }", rule, StringComparison.Ordinal);
        Assert.Contains("k8s_namespace_name: { resource: namespace }", rule, StringComparison.Ordinal);
        Assert.Contains($"as: {Manifest("autoscaler")["spec", "metrics", 0, "pods", "metric", "name"].Text}", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_are_structured() => Assert.Equal("json", Manifest("settings")["data", "Logging__Console__FormatterName"].Text);

    private static int Number(Yaml at) => int.Parse(at.Text!);

    private static Yaml Manifest(string name) => Yaml.Read($"{Folder}{name}.yaml");
}
