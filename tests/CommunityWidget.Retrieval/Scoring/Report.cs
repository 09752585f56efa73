using System.Globalization;
using CommunityWidget.Retrieval.Sets;

namespace CommunityWidget.Retrieval.Scoring;

/// <summary>Prints what each search came to, and whether ours is ahead on every set.</summary>
internal sealed class Report(TextWriter to, string places)
{
    private readonly List<string> _behind = [];
    private bool _said;

    public bool IsAhead => _said && _behind.Count == 0;

    public void Write(QuestionSet set, IReadOnlyList<Ranked> rankings)
    {
        if (!_said) to.WriteLine($"""
            Databases: {places}. MAP, MRR, P@1 and hit@5 as usual, to rank {set.Depth}.
            offers: of all questions, those for which the widget would have shown a page by itself. right: of these, the first page answers.
            silent: with every page that answers taken out, how many questions are left without an offer, as they should be.
            trust: silence believed, half of the questions with and half without an answer: of those left without an offer, how many had none.
            """);
        _said = true;
        to.WriteLine();
        to.WriteLine($"{set.Name}: {set.Pages.Count} pages, {set.Questions.Count} questions");
        if (set.IsLikeness) Likeness(set, rankings);
        else Order(set, rankings);
    }

    private void Likeness(QuestionSet set, IReadOnlyList<Ranked> rankings)
    {
        var scores = rankings.Select(ranked => Measures.Spearman([.. ranked.Lists.Select(list => list[0].Score)], [.. set.Questions.Select(question => question.Likeness)])).ToList();
        for (var i = 0; i < scores.Count; i++) to.WriteLine(Invariant($"  {rankings[i].Name,-23} Spearman {scores[i]:f4}"));
        if (scores.Skip(1).Any(score => score <= scores[0])) _behind.Add(set.Name);
    }

    private void Order(QuestionSet set, IReadOnlyList<Ranked> rankings)
    {
        var all = rankings.Select(ranked => Measures.Of(set, ranked)).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var line = Invariant($"  {rankings[i].Name,-23} MAP {all[i].Map:f4}  MRR {all[i].Mrr:f4}  P@1 {all[i].First:f4}  hit@5 {all[i].FirstFive:f4}");
            to.WriteLine(rankings[i].Offered is { } offers ? line + Silence(set, offers) + Invariant($"  {rankings[i].MsEach:f1} ms") : line);
        }
        foreach (var (name, of) in new (string, Func<Measures, double>)[] { ("MAP", one => one.Map), ("MRR", one => one.Mrr), ("P@1", one => one.First), ("hit@5", one => one.FirstFive) })
            if (all.Skip(1).Any(one => of(one) < of(all[0]) || (name == "MAP" && of(one).Equals(of(all[0]))))) _behind.Add($"{set.Name} {name}");
    }

    public void End() => to.WriteLine((_said, IsAhead) switch
    {
        (false, _) => "\nNothing was measured: none of the sets is in this folder.",
        (_, true) => "\nAhead of plain BM25 in MAP on every set, and behind in nothing.",
        _ => $"\nNot ahead of plain BM25: {string.Join(", ", _behind)}.",
    });

    private static string Silence(QuestionSet set, Offers offers)
    {
        var questions = Enumerable.Range(0, set.Questions.Count).ToList();
        var offered = questions.Where(i => offers.With[i] is not null).ToList();
        var right = offered.Count(i => set.Answers(set.Questions[i], offers.With[i]!.Value));
        var silent = offers.Without.Count(one => one is null);
        var silentAll = silent + questions.Count - offered.Count;
        return Invariant($"  offers {Share(offered.Count, questions.Count):f3} right {Share(right, offered.Count):f3} silent {Share(silent, questions.Count):f3} trust {Share(silent, silentAll):f3}");
    }

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
