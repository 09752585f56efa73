using CommunityWidget.Judges.Sets;
using CommunityWidget.Retrieval.Scoring;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Retrieval.Shelves;

// The shipped search against questions nobody here wrote, beside plain BM25 on the same rows. The data stays where it is.
if (args is not [var folder, ..] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/CommunityWidget.Retrieval -- FOLDER [SET]
        FOLDER holds retrieval/banking77, cnil-faq-fr, semeval-cqa-2016 and stsb, and questions/. It is not part of the project.
        SET is one of bank, cnil, semeval, stsb, tuning (what the numbers of the ranking function were chosen on); without it all but tuning.
        """);
    return 2;
}
var sets = new QuestionSets(new DataFolder(folder));
var chosen = args.ElementAtOrDefault(1);
await using var places = await Places.Open();
var report = new Report(Console.Out, places.Names);
foreach (var set in sets.All.Where(set => chosen is null ? !set.IsTuning : set.Name.StartsWith(chosen, StringComparison.Ordinal) || (set.IsTuning && chosen == "tuning")))
{
    var rankings = new List<Ranked> { PlainBm25.Rank(set) };
    foreach (var place in places.All) rankings.Add(await ShippedSearch.Rank(set, place));
    report.Write(set, rankings);
}
return report.IsAhead ? 0 : 1;
