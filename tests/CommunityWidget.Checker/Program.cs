using System.Globalization;
using CommunityWidget.Checker;

// Compares what every client saw (recordings, one file per client) with what the database kept, by plain SQL.
switch (args)
{
    case ["check", var database, var recordings, .. var how]:
        var report = Check.Run(database, recordings, settled: how.Contains("--settled"));
        report.Print(Console.Out);
        return report.IsGood ? 0 : 1;
    case ["shorten", var database, var factor]:
        Ladders.Shorten(database, int.Parse(factor, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("""
            Usage: CommunityWidget.Checker check DATABASE RECORDINGS [--settled]   compares; with --settled nothing may wait or be held any more
                   CommunityWidget.Checker shorten DATABASE FACTOR                 divides every interval of the sites' ladders
            """);
        return 2;
}
