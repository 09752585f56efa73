using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Judges.Training;

// The judges against data nobody here wrote. The data stays where it is; only the model made of it is kept.
if (args is ["held", var texts, var language] && File.Exists(texts))
{
    HeldLines.Write(texts, language, Console.Out);
    return 0;
}
if (args is ["masked", var lines, var words] && File.Exists(lines))
{
    MaskedLines.Write(lines, words, Console.Out);
    return 0;
}
if (args is not [("train" or "score") and var verb, var folder, ..] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("""
        dotnet run --project tests/CommunityWidget.Judges -- train FOLDER   makes the shipped model anew, the same each time
        dotnet run --project tests/CommunityWidget.Judges -- score FOLDER [FILE]   scores what is shipped on every set, with floors on the same rows
        dotnet run --project tests/CommunityWidget.Judges -- held FILE LANGUAGE   shows which lines of a file a shop of that language would hold or refuse
        dotnet run --project tests/CommunityWidget.Judges -- masked FILE LANGUAGE   shows each line of a file without the personal data found in it
        FOLDER holds the sets (moderation/, personal-data/, questions/, retrieval/). It is not part of the project.
        """);
    return 2;
}
var sets = new DataFolder(folder);
if (verb == "train") TrainModel.Run(sets, args.ElementAtOrDefault(2) ?? Path.Combine("src", "CommunityWidget", "Moderation", "Judging", "Model", "judging.model"));
else
{
    using var to = args.ElementAtOrDefault(2) is { } file ? new StreamWriter(file) { NewLine = "\n" } : Console.Out;
    Heading.Write(to);
    ScoreInsults.Run(sets, to);
    ScoreCrossed.Run(sets, to);
    ScoreSpam.Run(sets, to);
    ScorePersonalData.Run(sets, to);
    ScoreShop.Run(sets, to);
}
return 0;
