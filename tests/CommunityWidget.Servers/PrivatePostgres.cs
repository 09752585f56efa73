using System.Diagnostics;
using Npgsql;

namespace CommunityWidget.Servers;

/// <summary>A PostgreSQL server of our own in a temporary folder, on a port of its own. It refuses to run as root, so there it runs as <c>postgres</c>.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly string? Bin = Path.GetDirectoryName(ChildServer.Find("initdb", "/usr/lib/postgresql"));

    private readonly string _folder;
    private readonly string[] _settings;
    private ChildServer? _server;
    private int _databases;

    private PrivatePostgres(string folder, string[] settings) => (_folder, _settings) = (folder, settings);

    public static bool IsInstalled => Bin is not null;

    /// <summary>It can count statements: what Debian installs with it, and others apart.</summary>
    public static bool CountsStatements => Bin is not null && File.Exists(Path.Combine(Bin, "..", "lib", "pg_stat_statements.so"));

    public int Port { get; } = FreePort.Find();

    public int Pid => _server!.Pid;

    public string Log => Path.Combine(_folder, "log");

    /// <param name="settings">Such as <c>max_connections=20</c>.</param>
    public static async Task<PrivatePostgres> Start(params string[] settings)
    {
        var server = new PrivatePostgres(ChildServer.NewFolder("community-postgres"), settings);
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", server._folder);
        await Run([.. AsUser, Path.Combine(Bin!, "initdb"), "-D", server.Data, "-A", "trust", "-U", "community", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]);
        await server.StartAgain();
        return server;
    }

    /// <summary>Starts on what is there: after <see cref="Stop"/>, or after it was killed.</summary>
    public async Task StartAgain()
    {
        // Two on one folder is one too many: what is still ending is waited for.
        if (_server is not null) await Stop();
        string[] settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", "fsync=off", "full_page_writes=off", "shared_buffers=64MB", "log_line_prefix=%m %d ", .. _settings];
        await File.AppendAllTextAsync(Log, "");
        _server = await ChildServer.Start(Log, "INT", [.. AsUser, Path.Combine(Bin!, "postgres"), "-D", Data, "-p", Port.ToString(), .. settings.SelectMany(s => new[] { "-c", s })]);
        await WaitUntilReady();
    }

    public ValueTask Stop() => _server!.DisposeAsync();

    public Task Signal(string signal) => _server!.Signal(signal);

    /// <summary>Stops all of its processes where they are: it accepts connections and answers nobody.</summary>
    public Task Freeze() => Run(["kill", "-STOP", .. Processes]);

    public Task Thaw() => Run(["kill", "-CONT", .. Processes]);

    /// <summary>Changes a setting of the running server, also for those who are connected.</summary>
    public async Task Set(string name, string value)
    {
        await Execute($"alter system set {name} = {value}");
        await Execute("select pg_reload_conf()");
    }

    /// <summary>Lets nobody in any more who does not meet this line of <c>pg_hba.conf</c>, ourselves included.</summary>
    public async Task LetInBy(string line)
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "pg_hba.conf"), line + "\n");
        await Signal("HUP");
        try
        {
            for (; ; await Task.Delay(20)) await Execute("select 1");
        }
        catch (NpgsqlException)
        {
            // It has read it.
        }
    }

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=community;Database={database}";

    /// <summary>An empty database, or a copy of another that nobody is connected to. Gives its name.</summary>
    public async Task<string> NewDatabase(string? template = null)
    {
        var name = $"db{Interlocked.Increment(ref _databases)}";
        await Execute($"create database {name}{(template is null ? "" : $" template {template} strategy file_copy")}");
        return name;
    }

    public Task DropDatabase(string name) => Execute($"drop database {name} with (force)");

    /// <summary>One statement beside all databases, such as a setting.</summary>
    public async Task Execute(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Processes => Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _) && ParentOf(name!) == Pid)
        .Prepend(Pid.ToString())!;

    // The name of the program stands in brackets and may hold anything.
    private static int ParentOf(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private string Data => Path.Combine(_folder, "data");

    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private async Task WaitUntilReady()
    {
        for (var started = Stopwatch.StartNew(); ;)
        {
            try
            {
                await Execute("select 1");
                return;
            }
            catch (NpgsqlException) when (!_server!.HasEnded && started.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed: {said}");
    }
}
