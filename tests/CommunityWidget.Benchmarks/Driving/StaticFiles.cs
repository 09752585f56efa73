using CommunityWidget.Servers;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>nginx with one file, set up as one would for speed.</summary>
internal sealed class StaticFiles : IAsyncDisposable
{
    private readonly ChildServer _server;

    private StaticFiles(ChildServer server, Uri address) => (_server, Address) = (server, address);

    public static bool IsInstalled { get; } = Program is not null;

    public Uri Address { get; }

    private static string? Program => new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx" }.FirstOrDefault(File.Exists);

    /// <param name="folder">Of its own.</param>
    /// <param name="page">What it serves, at every path.</param>
    public static async Task<StaticFiles> Start(string folder, byte[] page)
    {
        Directory.CreateDirectory(folder);
        var port = FreePort.Find();
        await File.WriteAllBytesAsync(Path.Combine(folder, "page.html"), page);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off; worker_processes auto; pid {{folder}}/nginx.pid; error_log {{folder}}/error.log;
            events { worker_connections 256; }
            http {
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
              types { text/html html; }
              client_body_temp_path {{folder}}; proxy_temp_path {{folder}}; fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              server { listen 127.0.0.1:{{port}}; root {{folder}}; location / { try_files /page.html =404; } }
            }
            """);
        var server = await ChildServer.Start(Path.Combine(folder, "nginx.log"), "TERM", Program!, "-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log"));
        var files = new StaticFiles(server, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await http.GetByteArrayAsync(files.Address)).SequenceEqual(page)) return files;
            }
            catch (HttpRequestException) when (tries < 50)
            {
                // Not listening yet.
                await Task.Delay(100);
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
