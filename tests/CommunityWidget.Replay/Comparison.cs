using CommunityWidget.Contracts;

namespace CommunityWidget.Replay;

/// <summary>What became of one conversation: what was said against what is kept.</summary>
public sealed record Comparison(int Lost, int Doubled, int OutOfOrder, int Gaps)
{
    public bool IsGood => this is { Lost: 0, Doubled: 0, OutOfOrder: 0, Gaps: 0 };

    public static Comparison Of(IReadOnlyList<Line> said, IReadOnlyList<ThreadEvent> kept)
    {
        var expected = said.Select(line => (line.ByVisitor, Text: Limit.Kept(line.Text))).ToList();
        var found = kept.Where(e => e.Kind == EventKinds.Message).Select(e => (ByVisitor: e.Author?.Kind == "visitor", Text: e.Text!)).ToList();
        var (lost, extra) = (new List<(bool, string)>(expected), new List<(bool, string)>());
        foreach (var message in found)
        {
            if (!lost.Remove(message)) extra.Add(message);
        }
        var gaps = kept.Where((e, place) => e.Seq != place + 1).Count();
        var disordered = lost.Count == 0 && extra.Count == 0 ? expected.Where((message, place) => found[place] != message).Count() : 0;
        return new(lost.Count, extra.Count, disordered, gaps);
    }

    /// <summary>A comparison that sees nothing proves nothing: each planted fault must be found before anything is played.</summary>
    public static void ProveItself()
    {
        Line[] said = [new(true, "one"), new(false, "two"), new(true, "three")];
        var kept = said.Select((line, place) => new ThreadEvent(
            "t", place + 1, EventKinds.Message, Audiences.All, new(null, null, line.ByVisitor ? "visitor" : Roles.SuperUser), line.Text, null, null, 0)).ToList();
        (string Fault, IReadOnlyList<ThreadEvent> Kept, Comparison Expected)[] faults =
        [
            ("none", kept, new(0, 0, 0, 0)),
            ("dropped", [kept[0], kept[2]], new(1, 0, 0, 1)),
            ("doubled", [.. kept, kept[2] with { Seq = 4 }], new(0, 1, 0, 0)),
            ("swapped", [kept[1] with { Seq = 1 }, kept[0] with { Seq = 2 }, kept[2]], new(0, 0, 2, 0)),
            ("changed", [kept[0], kept[1] with { Text = "too" }, kept[2]], new(1, 1, 0, 0)),
            ("another author", [kept[0] with { Author = kept[1].Author }, kept[1], kept[2]], new(1, 1, 0, 0)),
            ("a number skipped", [kept[0], kept[1], kept[2] with { Seq = 4 }], new(0, 0, 0, 1)),
        ];
        foreach (var (fault, planted, expected) in faults)
        {
            if (Of(said, planted) != expected) throw new InvalidOperationException($"The comparison does not see a planted fault: {fault}.");
        }
    }
}
