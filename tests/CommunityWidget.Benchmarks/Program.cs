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

var (options, strange) = Options.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync($"“{strange}” says nothing here. {Options.Usage}");
    return 2;
}
if (options.Databases.Contains("postgres") && !PrivatePostgres.IsInstalled)
{
    await Console.Error.WriteLineAsync("PostgreSQL is not installed here: install it, or name --databases sqlite.");
    return 2;
}
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
    var shared = storages.SingleOrDefault(storage => storage.Name == "postgres");
    if (options.Wants("fanout") && redis is not null && shared is not null) await OtherNode.Run(report, shared, options.Settings, redis.Address);
    if (shared is null) report.Note($"Without PostgreSQL, which {(PrivatePostgres.IsInstalled ? "was not asked for" : "is not installed here")}: nothing of it was measured, nor what takes a fleet.");
    if (redis is null) report.Note("Without Redis, which is not installed here: nothing of it was measured, nor what takes a fleet.");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
if (report.IsEmpty)
{
    await Console.Error.WriteLineAsync("Nothing of what was asked for can be measured here: no report was written.");
    return 1;
}
if (options.ReportFile is { } file) await report.Write(file, Surroundings.Describe(args), options.Scenarios);
return 0;
