using System.Diagnostics;
using CommunityWidget.Checker;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F44CrawlerWave() : UnderLoad(44, "search engines fetch 500 public pages a second")
{
    private const int PerSecond = 500, Pages = 2_000;

    private readonly List<string> _paths = [];
    private IReadOnlyCollection<(double Ms, string Answer, bool WasMade)> _answers = [];

    public override string Load(Rig rig) => $"{base.Load(rig)}, {PerSecond} pages/s of {Pages} and their lists";

    // Brought in as a shop would bring them in; then time passes, so that chats before and during the wave are alike.
    protected override async Task Prepare(Rig rig, Nodes nodes, Chats chats)
    {
        var file = Path.Combine(rig.Folder, "questions.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Pages).Select(n =>
            $$"""{"id": "{{n}}", "question": "Does lamp number {{n}} fit into the kitchen?", "answer": "It does, as long as the ceiling is {{n % 7}} metres high. Mind the cable, which is short.", "product_id": "L{{n % 50}}", "product": "Lamp {{n % 50}}"}"""));
        using var import = Process.Start(new ProcessStartInfo("dotnet", [rig.Program, "import", file, "--site", "demo", $"--ConnectionStrings:Postgres={nodes.Source}"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        if (import.ExitCode != 0) throw new InvalidOperationException(said);
        using var db = Source.Open(nodes.Source);
        _paths.AddRange(db.Rows("select public_id, slug from pages where state = 'published'", row => $"/answers/demo/{row.GetString(0)}/{row.GetString(1)}"));
        // A list is asked for as often as fifty pages.
        _paths.AddRange(Enumerable.Repeat("/answers/demo", _paths.Count / 50));
        // Somebody has read here before: what a program does for the first time is another matter.
        using var readers = new Crawlers(nodes.Addresses, _paths, PerSecond / 10, rig.Seed + 1);
        await readers.Run(rig.Of(TimeSpan.FromSeconds(6)));
    }

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        using var crawlers = new Crawlers(nodes.Addresses, _paths, PerSecond, rig.Seed);
        await crawlers.Run(rig.Of(TimeSpan.FromSeconds(20)));
        _answers = crawlers.Answers;
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        double P99(long from, long to) => Said.Percentile(said.Acked.Where(m => m.SentAt > from && m.SentAt < to && m.ShownAt > 0).Select(m => m.DeliveryMs), 99);
        var (usual, meanwhile) = (P99(BeganAt - (long)(rig.FaultAt.TotalMilliseconds * 0.7), BeganAt), P99(BeganAt, HealedAt));
        outcome.Exactly("pages that were not answered 200", 0, _answers.Count(answer => answer.Answer != "200"));
        outcome.AtMost("p95 of a page", 200, Said.Percentile(_answers.Select(answer => answer.Ms), 95), " ms");
        // Two thousand pages on three nodes, each asked for one and a half times in half a minute.
        outcome.AtMost("pages made for whoever asked, of all", 75, 100.0 * _answers.Count(answer => answer.WasMade) / Math.Max(1, _answers.Count), " %");
        outcome.AtMost($"chats' p99 (before: {Outcome.Number(usual)} ms)", usual * 1.2, meanwhile, " ms");
        var quarters = _answers.Chunk(Math.Max(1, (_answers.Count + 3) / 4)).Select(part => Outcome.Number(Said.Percentile(part.Select(answer => answer.Ms), 95)));
        outcome.Note($"p95 of each quarter of the answers: {string.Join(", ", quarters)} ms");
        outcome.Note($"{_answers.Count} pages, {Outcome.Number(_answers.Count / ((HealedAt - BeganAt) / 1_000.0))}/s; p50 {Outcome.Number(Said.Percentile(_answers.Select(answer => answer.Ms), 50))} ms; others: {string.Join(", ", _answers.Where(a => a.Answer != "200").GroupBy(a => a.Answer).Select(g => $"{g.Count()} × {g.Key}"))}");
        AllAcknowledged(said, outcome);
    }
}
