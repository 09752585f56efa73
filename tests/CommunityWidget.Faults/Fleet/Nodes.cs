using System.Diagnostics;
using CommunityWidget.Checker;
using CommunityWidget.Replay.Play;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Fleet;

/// <summary>Nodes with a PostgreSQL and a Redis of their own, and the proxies between them.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private readonly List<ProductNode> _nodes = [];
    private int[] _sockets = [];
    private double[] _rssMb = [];

    // A line that vanished is held for half a minute.
    private static readonly TimeSpan UntilLeft = TimeSpan.FromSeconds(45);

    private const string ConnectionSetting = "ConnectionStrings__Postgres";

    private readonly Rig _rig;
    private readonly Shape _shape;
    private Dictionary<string, string> _settings = [];

    private Nodes(Rig rig, Shape shape, PrivatePostgres postgres, PrivateRedis redis, string database) => (_rig, _shape, Postgres, Redis, Database) = (rig, shape, postgres, redis, database);

    public PrivatePostgres Postgres { get; }

    public PrivateRedis Redis { get; }

    /// <summary>The database's name on its server.</summary>
    public string Database { get; private set; }

    /// <summary>How the checker reaches it: never through a proxy.</summary>
    public string Source => Postgres.ConnectionString(Database);

    public IReadOnlyList<ProductNode> All => _nodes;

    public IReadOnlyList<TcpProxy> Clients { get; private set; } = [];

    public TcpProxy? ToDatabase { get; private set; }

    public TcpProxy? ToRedis { get; private set; }

    /// <summary>Where clients go.</summary>
    public IReadOnlyList<Uri> Addresses => Clients.Count > 0 ? [.. Clients.Select(p => p.Address)] : [.. _nodes.Select(n => n.Address)];

    public static async Task<Nodes> Start(Rig rig, Shape shape, string? database = null)
    {
        var postgres = await PrivatePostgres.Start([.. shape.Postgres]);
        var redis = await PrivateRedis.Start([.. shape.Redis]);
        return await On(rig, shape, postgres, redis, database ?? await postgres.NewDatabase());
    }

    public static async Task<Nodes> On(Rig rig, Shape shape, PrivatePostgres postgres, PrivateRedis redis, string database)
    {
        var fleet = new Nodes(rig, shape, postgres, redis, database);
        if (shape.ProxiedDatabase) fleet.ToDatabase = new(postgres.Port);
        if (shape.ProxiedRedis) fleet.ToRedis = new(redis.Port);
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [ConnectionSetting] = fleet.Reach(database),
            ["ConnectionStrings__Redis"] = $"127.0.0.1:{fleet.ToRedis?.Port ?? redis.Port}",
            ["Database__Migrate"] = "true",
            ["Logging__LogLevel__Npgsql"] = "Warning",
        };
        foreach (var (name, value) in shape.Settings.Concat(rig.Settings)) settings[name] = value;
        fleet._settings = settings;
        var program = shape.StartsBefore ? rig.ReleaseBefore ?? throw new InvalidOperationException("Name the release before: --release-before PROGRAM.") : rig.Program;
        for (var number = 1; number <= shape.Nodes; number++) fleet._nodes.Add(new(program, Path.Combine(rig.Folder, $"node{number}.log"), settings));
        // Once alone, for the schema and the demo's shop, whose owner then changes its ladder.
        await fleet._nodes[0].Start();
        await fleet._nodes[0].Kill();
        if (shape.Ladder is not null) Ladders.Change(fleet.Source, shape.Ladder);
        if (!shape.StartsRedis) await redis.Stop();
        await Task.WhenAll(fleet._nodes.Select(node => node.Start(wait: shape.StartsRedis)));
        fleet._sockets = [.. fleet._nodes.Select(fleet.Sockets)];
        fleet.Warm();
        rig.HasStarted = true;
        if (shape.ProxiedClients) fleet.Clients = [.. fleet._nodes.Select(node => new TcpProxy(node.Port))];
        return fleet;
    }

    /// <summary>New nodes on another database of the same server; the clients' lines lead to them.</summary>
    public async Task MoveTo(string database)
    {
        Database = database;
        var settings = new Dictionary<string, string>(_settings) { [ConnectionSetting] = Reach(database) };
        for (var place = 0; place < _nodes.Count; place++)
        {
            _nodes[place] = new(_rig.Program, _nodes[place].Log, settings);
            await _nodes[place].Start();
            Clients[place].Target = _nodes[place].Port;
        }
    }

    /// <summary>Everybody is here and has done everything once: what a node's memory is compared with in the end.</summary>
    public void Warm() => _rssMb = [.. _nodes.Select((node, place) => node.Runs ? node.RssMb() : _rssMb[place])];

    /// <summary>Sockets above what a node held before anybody came, and memory above what it held when everything was warm: of the worst node, as soon as both are within bounds.</summary>
    public async Task<(int Sockets, double Mb)> Left(int spareSockets, double spareMb)
    {
        // What this process keeps for the next request is nobody's leak.
        WebDoor.HangUp();
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(250))
        {
            var running = _nodes.Index().Where(node => node.Item.Runs).ToList();
            var left = (Sockets: running.Max(node => Sockets(node.Item) - _sockets[node.Index]), Mb: running.Max(node => node.Item.RssMb() - _rssMb[node.Index]));
            if ((left.Sockets <= spareSockets && left.Mb <= spareMb) || Stopwatch.GetElapsedTime(since) > UntilLeft) return left;
        }
    }

    private int Sockets(ProductNode node) => node.Sockets(besides: ToDatabase?.Port ?? Postgres.Port);

    /// <summary>To the server's process and every one it has made for a connection or for itself.</summary>
    public async Task SignalDatabase(string signal)
    {
        foreach (var pid in Children(Postgres.Pid))
        {
            using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
            await kill.WaitForExitAsync();
        }
        await Postgres.Signal(signal);
    }

    /// <summary>What the nodes called a bug of theirs.</summary>
    public IReadOnlyList<string> Errors() => [.. _nodes.SelectMany(n => n.Errors())];

    private string Reach(string database) => $"Host=127.0.0.1;Port={ToDatabase?.Port ?? Postgres.Port};Username=community;Database={database}";

    private static IEnumerable<int> Children(int parent) => Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!)
        .Where(pid => ParentOf(pid) == parent);

    private static int ParentOf(int pid)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ')[1]);
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        foreach (var proxy in Clients) await proxy.DisposeAsync();
        if (ToDatabase is not null) await ToDatabase.DisposeAsync();
        if (ToRedis is not null) await ToRedis.DisposeAsync();
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
