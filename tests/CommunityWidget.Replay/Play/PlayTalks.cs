using System.Diagnostics;
using System.Globalization;

namespace CommunityWidget.Replay.Play;

/// <summary>The verb: plays as many threads of the channel as asked for.</summary>
internal static class PlayTalks
{
    public static async Task<int> Run(Uri server, string data, string folder, Options options)
    {
        var setting = new Setting([server], folder, options.Seed, new(options.Plant), new());
        var all = Talk.Read(Path.Combine(data, "conversations", "irc-support"));
        var talks = Theatre.Choose(all, options.Seed, options.Talks);
        await Server.UntilReady(server);
        var started = Stopwatch.GetTimestamp();
        var good = await Theatre.Play(setting, talks, options.AtOnce, options.Volunteers);
        var took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {options.Seed}: {talks.Count} of {all.Count:n0} threads played in {took.TotalSeconds:f0} s, {talks.Sum(t => t.Lines.Count):n0} lines{(options.Plant is null ? "" : $", {options.Plant} planted")}"));
        setting.Tally.Print(Console.Out);
        return good ? 0 : 1;
    }
}
