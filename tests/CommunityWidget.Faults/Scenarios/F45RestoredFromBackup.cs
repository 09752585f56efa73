using System.Diagnostics;
using CommunityWidget.Checker;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F45RestoredFromBackup() : WithWaiting(45, "restored from a backup into a new database, with an empty Redis")
{
    // Clients keep their addresses: the lines lead to other nodes afterwards.
    protected override Shape Shape => new() { ProxiedClients = true };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        foreach (var node in nodes.All) await node.Kill();
        var (file, name) = (Path.Combine(rig.Folder, "backup"), await nodes.Postgres.NewDatabase());
        await Run("deploy/backup.sh", file, Address(nodes.Postgres, nodes.Database));
        await Run("deploy/restore.sh", file, Address(nodes.Postgres, name));
        var (was, @is) = (Rows(nodes.Source), Rows(nodes.Postgres.ConnectionString(name)));
        outcome.Exactly("rows that came back, of those there were", was.Values.Sum(rows => rows.Count), was.Sum(table => Both(table.Value, @is.GetValueOrDefault(table.Key, []))));
        outcome.Exactly("rows that came back and had not been there", 0, @is.Sum(table => table.Value.Count - Both(table.Value, was.GetValueOrDefault(table.Key, []))));
        await nodes.Redis.Execute("FLUSHALL");
        await nodes.MoveTo(name);
        await Queued(rig, nodes, outcome);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome) => AllAcknowledged(said, outcome);

    private static string Address(PrivatePostgres postgres, string database) => $"postgresql://community@127.0.0.1:{postgres.Port}/{database}";

    private static Dictionary<string, List<string>> Rows(string database)
    {
        using var db = Source.Open(database);
        var tables = db.Rows("select tablename from pg_tables where schemaname = 'public'", r => r.GetString(0));
        return tables.ToDictionary(table => table, table => db.Rows($"select t::text from {table} t", r => r.GetString(0)));
    }

    // Of rows that are alike, each counts.
    private static int Both(List<string> these, List<string> those)
    {
        var counts = those.CountBy(row => row, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return these.CountBy(row => row, StringComparer.Ordinal).Sum(row => Math.Min(row.Value, counts.GetValueOrDefault(row.Key)));
    }

    private static async Task Run(params string[] script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", script) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{script[0]}: {said}");
    }
}
