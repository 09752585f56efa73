namespace CommunityWidget.Replay;

/// <summary>What came of one source.</summary>
/// <param name="Troubles">Refusals, time-outs and screens that contradict the record.</param>
public sealed record Result(string Name, IReadOnlyList<Conversation> Conversations, IReadOnlyList<Comparison?> Compared, IReadOnlyList<string> Troubles, TimeSpan Took)
{
    public int Messages => Conversations.Sum(c => c.Lines.Count);

    public int Sum(Func<Comparison, int> what) => Compared.OfType<Comparison>().Sum(what);

    public bool IsGood => Conversations.Count > 0 && Troubles.Count == 0 && Compared.All(c => c is { IsGood: true });
}

public static class Summary
{
    public static void Print(IReadOnlyList<Result> results)
    {
        Console.WriteLine($"{"",-20}{"conversations",14}{"messages",10}{"lost",6}{"doubled",9}{"out of order",14}{"gaps",6}{"troubles",10}{"seconds",9}");
        foreach (var r in results)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{r.Name,-20}{r.Conversations.Count,14}{r.Messages,10}{r.Sum(c => c.Lost),6}{r.Sum(c => c.Doubled),9}{r.Sum(c => c.OutOfOrder),14}{r.Sum(c => c.Gaps),6}{r.Troubles.Count,10}{r.Took.TotalSeconds,9:f1}"));
        }
        foreach (var trouble in results.SelectMany(r => r.Troubles).Take(20)) Console.WriteLine($"  {trouble}");
        // Names and numbers only: nobody's words are printed.
        foreach (var (conversation, _) in results.SelectMany(r => r.Conversations.Zip(r.Compared)).Where(c => c.Second is { IsGood: false }).Take(20))
            Console.WriteLine($"  {conversation.Name} differs from what was kept");
        Console.WriteLine(results.All(r => r.IsGood) ? "Everything said was kept once, in order." : "VIOLATED: what was kept is not what was said.");
    }
}
