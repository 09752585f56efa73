using System.Diagnostics;
using CommunityWidget.Faults;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Scenarios;
using CommunityWidget.Servers;

// Breaks a fleet in every way of the catalogue while people talk, and compares what they saw with what was kept.
if (args is not [var program, .. var words])
{
    await Console.Error.WriteLineAsync("Usage: CommunityWidget.Faults PROGRAM [NUMBERS…] [--chats N] [--seconds N] [--scale 0..1] [--seed N] [--seeds N] [--without DEFENCE] [--before PROGRAM] [--release-before PROGRAM] [--clocks-aside] [--summary FILE] [--keep FOLDER]");
    return 2;
}
if (Order.NotUnderstood(words, Catalogue.All.Select(s => s.Number)) is { } strange)
{
    await Console.Error.WriteLineAsync($"“{strange}” says nothing here. --without takes resume, keys, listening, moving, doubt, a patch of tests/CommunityWidget.Faults/Without or an option of the README's table, such as Matching:SilenceMs=600000.");
    return 2;
}
var order = Order.From(words);
var summary = new Summary(order);
foreach (var seed in order.AllSeeds)
{
    foreach (var scenario in Catalogue.All.Where(s => order.Numbers.Count == 0 ? s.Number > 0 : order.Numbers.Contains(s.Number))) await Play(scenario, seed);
}
await summary.Write();
return summary.IsGood ? 0 : 1;

async Task Play(Scenario scenario, int seed)
{
    var folder = order.Keep is null ? ChildServer.NewFolder("community-faults") : Empty(Path.Combine(order.Keep, $"{scenario.Number:00}-{seed}"));
    var rig = order.For(program, folder, seed);
    Console.WriteLine($"#{scenario.Number} {scenario.Fault} ({scenario.Load(rig)}, seed {seed})");
    var outcome = new Outcome();
    var started = Stopwatch.GetTimestamp();
    try
    {
        await scenario.Run(rig, outcome).WaitAsync(TimeSpan.FromMinutes(20));
    }
    catch (Exception error) when (error is not OutOfMemoryException)
    {
        outcome.Add("it came to its end", "yes", $"{error.GetType().Name}: {error.Message}", met: false);
        Console.WriteLine(error);
    }
    summary.Add(scenario, rig, outcome, Stopwatch.GetElapsedTime(started));
    if (order.Keep is null) Directory.Delete(folder, recursive: true);
}

// What an earlier run wrote down would be compared with this one's database.
static string Empty(string folder)
{
    if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    return Directory.CreateDirectory(folder).FullName;
}
