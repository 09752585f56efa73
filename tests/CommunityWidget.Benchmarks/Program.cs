using CommunityWidget.Benchmarks.Bare;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using CommunityWidget.Benchmarks.Scenarios;
using CommunityWidget.Servers;

if (args is [BareProgram.Verb, var address, var store, var where])
{
    await BareProgram.Run(address, store, where);
    return 0;
}

if (args is [BarePages.Verb, var at, var sample, var page, .. var settings])
{
    await BarePages.Run(at, sample, page, settings);
    return 0;
}

var options = Options.Read(args);
var report = new Report();
var folder = ChildServer.NewFolder("community-benchmarks");
var relays = new Dictionary<string, Series>();
try
{
    await using var postgres = options.Databases.Contains("postgres") ? await PrivatePostgres.Start() : null;
    await using var redis = PrivateRedis.IsInstalled ? await PrivateRedis.Start() : null;
    var storages = options.Databases.Select(name => new Storage(name, folder, name == "postgres" ? postgres : null)).ToList();
    foreach (var storage in storages.Where(_ => options.Wants("relay"))) relays[storage.Name] = await Relay.Run(report, storage, options.Settings);
    if (relays.Count == 2)
        report.Add("relay, one database against the other", "both", new("SQLite", relays["sqlite"], "/s"), new("PostgreSQL", relays["postgres"], "/s"), new Hold(AtLeast: 0.7));
    foreach (var storage in storages.Where(_ => options.Wants("inbox"))) await InboxLists.Run(report, storage, options.Settings);
    foreach (var storage in storages.Where(_ => options.Wants("webhooks"))) await SlowReceiver.Run(report, storage, options.Settings);
    foreach (var storage in storages.Where(_ => options.Wants("pages"))) await PublicPages.Run(report, storage, options.Settings, folder);
    foreach (var storage in storages.Where(_ => options.Asks("library"))) await AtScale.Run(report, storage, options.Settings, folder, options.Data);
    foreach (var storage in storages.Where(_ => options.Asks("sitemap"))) await Sitemaps.Run(report, storage, options.Settings);
    foreach (var storage in storages.Where(_ => options.Wants("idle"))) await Idle.Run(report, storage, options.Settings, storage.Name == "postgres" ? redis?.Address : null);
    if (options.Wants("queue")) await QueueSteps.Run(report, storages[0], options.Settings, redis: null);
    if (options.Wants("queue") && redis is not null) await QueueSteps.Run(report, storages[0], options.Settings, redis.Address);
    if (options.Wants("fanout") && redis is not null && postgres is not null) await OtherNode.Run(report, storages[^1], options.Settings, redis.Address);
    if (postgres is null || redis is null) report.Note("Not everything was measured: PostgreSQL or Redis is not installed here.");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
if (options.ReportFile is { } file) await report.Write(file, Surroundings.Describe(args), options.Scenarios);
return 0;
