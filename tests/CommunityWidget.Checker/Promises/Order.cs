namespace CommunityWidget.Checker;

public static class Order
{
    public static Verdict GapFree(Kept kept)
    {
        var broken = new List<string>();
        foreach (var thread in kept.Threads)
        {
            var seqs = kept.Events[thread.PublicId].Select(e => e.Seq).ToList();
            if (seqs.Where((seq, place) => seq != place + 1).Any()) broken.Add($"{thread.PublicId} is numbered {string.Join(' ', seqs)}");
            if (thread.LastSeq != seqs.Count) broken.Add($"{thread.PublicId} says {thread.LastSeq} events and has {seqs.Count}");
        }
        return new("I3 seq runs 1..n without a gap", kept.Threads.Count, broken);
    }
}
