using CommunityWidget.Benchmarks.Bare;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using CommunityWidget.Benchmarks.Scenarios;
using CommunityWidget.Servers;

if (args is ["bare", var address, var store, var where])
{
    await BareProgram.Run(address, store, where);
    return 0;
}

var options = Options.Read(args);
var report = new Report();
var folder = ChildServer.NewFolder("community-benchmarks");
var relays = new Dictionary<string, Series>();
await using (var postgres = options.Databases.Contains("postgres") ? await PrivatePostgres.Start() : null)
{
    foreach (var name in options.Databases)
    {
        var storage = new Storage(name, folder, name == "postgres" ? postgres : null);
        if (options.Wants("relay")) relays[name] = await Relay.Run(report, storage, options.Settings);
    }
    if (relays.Count == 2)
        report.Add("relay, one database against the other", "both", new("SQLite", relays["sqlite"], "/s"), new("PostgreSQL", relays["postgres"], "/s"), new Hold(AtLeast: 0.7));
}
Directory.Delete(folder, recursive: true);
if (options.ReportFile is { } file) await File.WriteAllTextAsync(file, report.Markdown(Surroundings.Describe(args)));
return 0;
