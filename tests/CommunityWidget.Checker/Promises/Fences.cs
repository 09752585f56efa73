namespace CommunityWidget.Checker;

/// <summary>One holder at a time, and nobody writes who is not part of it.</summary>
public static class Fences
{
    private static readonly string[] Wins = ["accepted", "taken", "taken_over", "end_undone"];

    public static Verdict OneWinner(Recordings said, Kept kept)
    {
        var broken = new List<string>();
        foreach (var twice in kept.Offers.Where(o => o.State == "accepted").GroupBy(o => (o.Thread, o.Fence)).Where(won => won.Count() > 1))
            broken.Add($"{twice.Key.Thread} was won {twice.Count()} times under fence {twice.Key.Fence}");
        var won = said.All("won").ToList();
        foreach (var (client, note) in won)
        {
            var winner = kept.Events[note.Thread!].FirstOrDefault(e => e.Status is { } s && s.Fence == note.Fence && Wins.Contains(s.Reason))?.Status!.Responder;
            if (winner != client.Id) broken.Add($"{client.Name} was told to hold {note.Thread} under fence {note.Fence}, and {winner ?? "nobody"} does");
        }
        return new("I5 one wins, and is who was told so", won.Count, broken);
    }

    /// <summary>Walks every thread from its first event and asks of each message whether its author was there, under the fence they named.</summary>
    public static Verdict WrittenUnderTheirs(Recordings said, Kept kept)
    {
        var (broken, looked) = (new List<string>(), 0);
        var named = said.All("send").Where(s => s.Note.Fence > 0).GroupBy(s => s.Note.Key!).ToDictionary(sends => sends.Key, sends => sends.Select(s => s.Note.Fence).ToHashSet());
        foreach (var thread in kept.Threads)
        {
            var (holder, helpers, sentAway, fence) = ((string?)null, new HashSet<string>(), new HashSet<string>(), 0L);
            KeptEvent? before = null;
            foreach (var e in kept.Events[thread.PublicId])
            {
                // Answering a parked question is a step and a message at once: the fence named is the one before the step.
                var answers = before is { Status.Reason: "answered" } && before.Author == e.Author;
                before = e;
                if (e.Status is { } s && e.Kind is "status" or "rung")
                {
                    if (s.Fence < fence) broken.Add($"{thread.PublicId} {e.Seq}: the fence fell from {fence} to {s.Fence}");
                    (holder, fence) = (s.Responder, s.Fence);
                    if (s.Reason == "joined") helpers.Add(e.Author!);
                    if (s.Reason == "left") helpers.Remove(e.Author!);
                    // Whom an ending sent away comes back where it is taken back.
                    if (s.Reason == "end_undone") helpers = sentAway;
                    if (s.State is "parked" or "closed") (helpers, sentAway) = ([], s.State == "closed" ? helpers : []);
                    if (holder is not null) helpers.Remove(holder);
                }
                if (e is not { Kind: "message", AuthorKind: "member" }) continue;
                looked++;
                if (e.Author != holder && !helpers.Contains(e.Author!)) broken.Add($"{thread.PublicId} {e.Seq} was written by somebody who was not part of it");
                if (e.Key is not null && named.TryGetValue(e.Key, out var fences) && !fences.Contains(answers ? fence - 1 : fence)) broken.Add($"{thread.PublicId} {e.Seq} was written under fence {string.Join('/', fences)} while {fence} held");
            }
        }
        return new("I5 members write only where they are, under its fence", looked, broken);
    }
}
