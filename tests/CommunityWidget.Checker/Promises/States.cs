namespace CommunityWidget.Checker;

/// <summary>Every question is in exactly one state, and none is stuck in it.</summary>
public static class States
{
    private const long GraceMs = 5_000;

    private static readonly string[] Known = ["waiting", "live", "parked", "closed"];

    public static Verdict OneEach(Kept kept)
    {
        var broken = new List<string>();
        foreach (var thread in kept.Threads)
        {
            var last = kept.Events[thread.PublicId].LastOrDefault(e => e.Kind is "status" or "rung")?.Status;
            if (!Known.Contains(thread.State)) broken.Add($"{thread.PublicId} is {thread.State}");
            if (last is null || last.State != thread.State || last.Fence != thread.Fence) broken.Add($"{thread.PublicId} is {thread.State} under fence {thread.Fence}, and its last event says {last?.State} under {last?.Fence}");
            if (thread.State == "live" && thread.Responder is null) broken.Add($"{thread.PublicId} is live in nobody's hands");
        }
        var state = kept.Threads.ToDictionary(t => t.PublicId);
        foreach (var offer in kept.Offers.Where(o => o.State == "open" && (state[o.Thread].State != "waiting" || state[o.Thread].Fence != o.Fence)))
            broken.Add($"{offer.Thread} is {state[offer.Thread].State} and still offered under fence {offer.Fence}");
        return new("I6 every question is in one state", kept.Threads.Count, broken);
    }

    public static Verdict InTime(Recordings said, Kept kept, bool settled)
    {
        var broken = new List<string>();
        foreach (var offer in kept.Offers.Where(o => o.State is "expired" or "open" && Late(o.Deadline, o.EndedAt ?? kept.At)))
            broken.Add($"{offer.Thread}: an offer was {offer.State} {(offer.EndedAt ?? kept.At) - offer.Deadline} ms after its deadline");
        foreach (var thread in kept.Threads.Where(t => t.State == "waiting"))
        {
            if (settled) broken.Add($"{thread.PublicId} still waits");
            else if (Late(thread.LeavesAt(), kept.At)) broken.Add($"{thread.PublicId} waits {kept.At - thread.LeavesAt()} ms longer than its rung allows");
        }
        if (settled) broken.AddRange(kept.Threads.Where(t => t.State == "live").Select(t => $"{t.PublicId} is still live"));
        if (settled) broken.AddRange(kept.Offers.Where(o => o.State == "open").Select(o => $"{o.Thread} is still offered"));
        return new("I6 nothing is past its deadline by more than 5 s", kept.Offers.Count + kept.Threads.Count, broken);

        bool Late(long due, long happened) => happened > due + GraceMs && happened > said.NoLaterThan(due, GraceMs, happened);
    }
}
