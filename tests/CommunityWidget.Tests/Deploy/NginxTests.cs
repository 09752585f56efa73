using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Deploy;

/// <summary>nginx itself says whether it understands its files.</summary>
public sealed class NginxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nginx-").FullName;

    [Needs("nginx")]
    public Task The_balancer_s_file_is_understood() => Understands(Balancer());

    [Needs("nginx")]
    public Task So_it_is_with_a_shop_s_web_server_that_it_believes() =>
        Understands(Balancer().Replace("# set_real", "set_real", StringComparison.Ordinal).Replace("# real_ip", "real_ip", StringComparison.Ordinal));

    [Needs("nginx")]
    public Task The_shop_s_file_is_understood()
    {
        var snippet = Path.Combine(_folder, "communitywidget.conf");
        File.WriteAllText(snippet, Nginx("communitywidget.conf").Replace("proxy_ssl_verify on;", "", StringComparison.Ordinal).Replace("proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;", "", StringComparison.Ordinal));
        return Understands(Nginx("shop.conf").Replace("/etc/nginx/snippets/communitywidget.conf", snippet, StringComparison.Ordinal)
            .Replace("https://chat.shop.example", "https://127.0.0.1", StringComparison.Ordinal).Replace("/var/cache/nginx", _folder, StringComparison.Ordinal));
    }

    /// <summary>With it, whoever comes first after an hour is shown what was withdrawn long ago.</summary>
    [Fact]
    public void The_shop_s_proxy_shows_nothing_for_longer_than_the_page_says() =>
        Assert.DoesNotContain(Nginx("communitywidget.conf").Split('\n'), line => line.StartsWith("proxy_cache_use_stale", StringComparison.Ordinal));

    /// <summary>Two caches in a row would otherwise show what was withdrawn for two minutes.</summary>
    [Fact]
    public void Whoever_keeps_pages_before_the_shop_s_proxy_is_told_to_ask_each_time()
    {
        Assert.Contains("proxy_hide_header Cache-Control;", Nginx("communitywidget.conf").Split('\n'));
        Assert.Contains("add_header Cache-Control $answers_cache_control always;", Nginx("communitywidget.conf").Split('\n'));
        Assert.Contains("    ~stale-while-revalidate \"public, max-age=0, must-revalidate\";", Nginx("shop.conf").Split('\n'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Balancer() => Nginx("balancer.conf").Replace("node1:", "127.0.0.1:", StringComparison.Ordinal).Replace("node2:", "127.0.0.2:", StringComparison.Ordinal);

    private static string Nginx(string file) => File.ReadAllText(Path.Combine(Repository.Root, "deploy/nginx", file));

    private async Task Understands(string http)
    {
        var main = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(main, $"pid {_folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{http}\n}}\n");
        var (status, said) = await Programs.Run(Programs.Find("nginx")!, "-t", "-c", main, "-p", _folder);
        Assert.True(status == 0, said);
    }
}
