namespace CommunityWidget.Checker;

/// <summary>Every promise, one after the other.</summary>
public static class Check
{
    /// <param name="database">A SQLite file, or how to reach PostgreSQL: copied, or read in one moment, and never written to. Its program may be running.</param>
    /// <param name="recordings">The clients' files, in this folder or below.</param>
    /// <param name="settled">Everybody has gone home: no question waits, nothing is held, nothing is offered.</param>
    public static Report Run(string database, string recordings, bool settled)
    {
        var said = Recordings.Read(recordings);
        var kept = Kept.Copy(database);
        return new(
        [
            Acknowledged.Stored(said, kept),
            Acknowledged.Once(said, kept),
            Order.GapFree(kept),
            Delivery.AsKept(said, kept),
            Delivery.PushedOnce(said, kept),
            Fences.OneWinner(said, kept),
            Fences.WrittenUnderTheirs(said, kept),
            States.OneEach(kept),
            States.InTime(said, kept, settled),
            Baseline.Seats(kept, settled),
            Baseline.Process(said),
            Faults.None(said),
        ], kept.Integrity);
    }
}

/// <summary>One promise: how many things were looked at, and what broke it.</summary>
public sealed record Verdict(string Promise, int Looked, IReadOnlyList<string> Broken);

public sealed record Report(IReadOnlyList<Verdict> Verdicts, string Integrity)
{
    private const int Named = 12;

    public bool IsGood => Integrity == "ok" && Verdicts.All(v => v.Broken.Count == 0);

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"",-62}{"looked at",10}{"broken",8}");
        foreach (var verdict in Verdicts) output.WriteLine(FormattableString.Invariant($"{verdict.Promise,-62}{verdict.Looked,10:n0}{verdict.Broken.Count,8}"));
        output.WriteLine($"{"the file: integrity_check",-62}{Integrity,18}");
        foreach (var verdict in Verdicts.Where(v => v.Broken.Count > 0))
        {
            foreach (var line in verdict.Broken.Take(Named)) output.WriteLine($"  {verdict.Promise}: {line}");
            if (verdict.Broken.Count > Named) output.WriteLine($"  … and {verdict.Broken.Count - Named} more");
        }
        output.WriteLine(IsGood ? "0 violations." : "VIOLATED.");
    }
}
