using CommunityWidget.Judges.Sets;
using CommunityWidget.Retrieval.Learning;
using CommunityWidget.Retrieval.Scoring;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Retrieval.Shelves;

// The shipped search against questions nobody here wrote, beside plain BM25 on the same rows. The data stays where it is.
if (args is not [var folder, ..] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/CommunityWidget.Retrieval -- FOLDER [SET | learn]
        FOLDER holds retrieval/banking77, cnil-faq-fr, semeval-cqa-2016 and stsb, and questions/. It is not part of the project.
        SET is one of bank, cnil, semeval, stsb, bitext, fr-travail, tuning (what the ranking function was tuned on); without it all but tuning.
        learn prints the numbers by which the search is sure of a page, learned of those sets whose licence lets a model be shipped.
        """);
    return 2;
}
var sets = new QuestionSets(new DataFolder(folder));
var chosen = args.ElementAtOrDefault(1);
await using var places = await Places.Open();
if (chosen == "learn")
{
    await new LearnSureness(places.All[0], Console.Out).Run([.. sets.All.Where(set => set.MayTeach)]);
    return 0;
}
var report = new Report(Console.Out, places.Names);
foreach (var set in sets.All.Where(set => chosen is null ? !set.IsTuning : set.Name.StartsWith(chosen, StringComparison.Ordinal) || (set.IsTuning && chosen == "tuning")))
{
    var rankings = new List<Ranked> { PlainBm25.Rank(set) };
    foreach (var place in places.All) rankings.AddRange(await ShippedSearch.Rank(set, place));
    report.Write(set, rankings);
}
report.End();
return report.IsAhead ? 0 : 1;
