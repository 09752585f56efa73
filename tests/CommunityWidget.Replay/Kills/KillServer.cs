using System.Diagnostics;
using System.Globalization;
using CommunityWidget.Checker;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Replay.Kills;

/// <summary>The verb: kills the server again and again while talks are played against it. Nobody tells the clients.</summary>
internal static class KillServer
{
    private static readonly TimeSpan QueuePatience = TimeSpan.FromSeconds(20);

    public static async Task<int> Run(string program, string folder, Options options)
    {
        var (database, recordings) = (Path.Combine(folder, "community.db"), Path.Combine(folder, "recordings"));
        using var server = new KilledServer(program, database, Path.Combine(folder, "server.log"));
        await server.Start();
        await server.Kill();
        Ladders.Shorten(database, 20);
        await server.Start();

        var setting = new Setting([server.Address], recordings, options.Seed, new(options.Plant), new());
        using var play = new CancellationTokenSource();
        using var notes = new Recorder(recordings, "server");
        var playing = Theatre.Play(setting, Talk.Invent(options.Seed), options.AtOnce, options.Volunteers, play.Token);
        var (dice, started, rounds, stuck) = (new Random(options.Seed), Stopwatch.GetTimestamp(), 0, 0);
        while (setting.Tally.Of("accepted") < 3 && !playing.IsCompleted) await Task.Delay(50);
        for (; rounds < options.Rounds && !playing.IsCompleted; rounds++)
        {
            await Task.Delay(dice.Next(150, 900));
            await server.Kill();
            var integrity = Dead.Integrity(database);
            var waiting = Dead.Waiting(database);
            await server.Start();
            notes.Started();
            // Right after the start: what was acknowledged is there, seats and offers are counted right, one state each.
            var report = Check.Run(database, recordings, settled: false);
            if (!report.IsGood || integrity != "ok")
            {
                Console.WriteLine($"After kill {rounds + 1}: integrity_check of what was left: {integrity}");
                report.Print(Console.Out);
                stuck++;
                break;
            }
            if (!await Moved(database, waiting)) stuck++;
        }
        await play.CancelAsync();
        var good = await playing;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {options.Seed}: killed {rounds} times in {Stopwatch.GetElapsedTime(started).TotalSeconds:f0} s while {setting.Tally.Of("played: closed") + setting.Tally.Of("played: parked")} talks were played; {stuck} times a waiting question was not looked at again"));
        setting.Tally.Print(Console.Out);
        var last = Check.Run(database, recordings, settled: true);
        last.Print(Console.Out);
        return good && stuck == 0 && last.IsGood && rounds == options.Rounds ? 0 : 1;
    }

    // The queue is gone with the process; each question that waited must move on by itself: offered, on another rung, taken or parked.
    private static async Task<bool> Moved(string database, IReadOnlyList<WaitingThread> waiting)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var still = waiting.Intersect(Dead.Waiting(database)).ToList();
            if (still.Count == 0) return true;
            if (Stopwatch.GetElapsedTime(since) > QueuePatience)
            {
                Console.WriteLine($"  {string.Join(", ", still.Select(w => w.PublicId))} waited before the kill and nobody looked at them since.");
                return false;
            }
            await Task.Delay(50);
        }
    }
}
