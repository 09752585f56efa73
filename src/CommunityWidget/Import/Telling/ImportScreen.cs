using System.Globalization;
using CommunityWidget.Database;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Import.Telling;

/// <summary>Tells a person how an import goes on: a bar that moves on a terminal, a plain line now and then elsewhere; then what became of every row.</summary>
public sealed class ImportScreen(TextWriter output, bool isTerminal, SourceFile file, TimeProvider clock) : IImportListener, IAsyncDisposable
{
    private const int Listed = 20, MostKinds = 1_000, Bar = 24;

    private readonly Dictionary<string, long> _leftOut = [];
    private readonly long _began = clock.NowMs();
    private RejectedFile? _rejected;
    private Func<long> _position = () => 0;
    private long _first;
    private long _told;
    private long _listed;
    private long _listedLeftOut;

    public long WrittenAt { get; } = Math.Min(new DateTimeOffset(File.GetLastWriteTimeUtc(file.Path)).ToUnixTimeMilliseconds(), clock.NowMs() - (clock.NowMs() % 86_400_000));

    /// <summary>Keeps the rows that cannot be used, and knows where reading began and how far it has come.</summary>
    public void Attach(RejectedFile? rejected, long from, Func<long> position) => (_rejected, _first, _position) = (rejected, from, position);

    public async Task Rejecting(IReadOnlyList<(SourceRow Row, string Fault)> rows)
    {
        if (_rejected is null) return;
        var aside = _rejected.Aside;
        foreach (var (row, fault) in rows) _rejected.Add(row, fault);
        await _rejected.Flush();
        if (_rejected.Aside != aside) await Line($"What an earlier import left in {_rejected.Path} is in {_rejected.Aside} now.");
    }

    public async Task Settled(SettledRows rows)
    {
        foreach (var left in rows.LeftOut.Select(left => _leftOut.Count < MostKinds || _leftOut.ContainsKey(left) ? left : "other things")) _leftOut[left] = _leftOut.GetValueOrDefault(left) + 1;
        foreach (var (row, fault) in rows.Rejected)
        {
            if (_listed++ < Listed) await Line($"  line {row.Line}: {fault}");
            else if (_listed == Listed + 1) await Line("  … and more, which are counted only.");
        }
        foreach (var answer in rows.LeftOutAnswers)
        {
            if (_listedLeftOut++ < Listed) await Line($"  line {answer.Line}: left out {answer.What}{(answer.IsAccepted ? ", the accepted one" : "")}.");
            else if (_listedLeftOut == Listed + 1) await Line("  … and more answers left out, which are counted only.");
        }
        var now = clock.NowMs();
        if (now - _told < (isTerminal ? 200 : 5_000)) return;
        _told = now;
        await Progress(rows.Import, now);
    }

    /// <summary>What became of all of it.</summary>
    public async Task End(ImportRecord import, bool isDryRun)
    {
        await Line($"{Count(import.Published, "page")} {(isDryRun ? "would be published" : "published")}, {Number(import.ToReview)} to review in /moderation, {Number(import.Known)} here already, {Count(import.Rejected, "row")} rejected.");
        foreach (var (what, times) in _leftOut.OrderByDescending(left => left.Value).Take(Listed)) await Line($"  Left out, {(times == 1 ? "once" : $"{Number(times)} times")}: {what}.");
        if (_leftOut.Count > Listed) await Line($"  … and {Count(_leftOut.Count - Listed, "more kind")}.");
        if (import.Rejected > 0 && _rejected is not null) await Line($"The rejected rows are in {_rejected.Path}: mend them there and import that file.");
        var ms = Math.Max(1, clock.NowMs() - _began);
        await Line(string.Create(CultureInfo.InvariantCulture, $"{Count(import.Place - _first, "row")} in {ms / 1000.0:0.0} s: {(import.Place - _first) * 1000.0 / ms:#,0} a second."));
    }

    public async Task Line(string words)
    {
        if (isTerminal) await output.WriteAsync("\r\e[K");
        await output.WriteLineAsync(words);
    }

    private Task Progress(ImportRecord import, long now)
    {
        var part = file.Length == 0 ? 1 : Math.Clamp((double)_position() / file.Length, 0, 1);
        var speed = (import.Place - _first) * 1000.0 / Math.Max(1, now - _began);
        var left = part > 0.01 ? Left((now - _began) * (1 - part) / part) : "";
        var words = string.Create(CultureInfo.InvariantCulture, $"{part,4:0 %}  {Count(import.Place, "row")}, {speed:#,0}/s{left}");
        if (!isTerminal) return output.WriteLineAsync(words.Trim());
        var full = (int)(part * Bar);
        return output.WriteAsync($"\r\e[K[{new string('=', full)}{(full < Bar ? ">" : "")}{new string(' ', Math.Max(0, Bar - full - 1))}] {words}");
    }

    private static string Left(double ms) => ms switch
    {
        < 90_000 => string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(ms / 1000):0} s left"),
        _ => string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(ms / 60_000):0} min left"),
    };

    private static string Count(long number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _rejected?.DisposeAsync() ?? ValueTask.CompletedTask;
}
