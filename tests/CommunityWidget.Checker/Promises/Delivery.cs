namespace CommunityWidget.Checker;

/// <summary>What each client showed, and what was pushed to it, against the record.</summary>
public static class Delivery
{
    public static Verdict AsKept(Recordings said, Kept kept)
    {
        var (broken, looked) = (new List<string>(), 0);
        foreach (var client in said.Clients)
        {
            var heads = client.Notes.Where(n => n.E == "head").GroupBy(n => n.Thread!).ToDictionary(notes => notes.Key, notes => notes.Max(n => n.Seq));
            foreach (var shown in client.Notes.Where(n => n.E == "show").GroupBy(n => n.Thread!))
            {
                looked += shown.Count();
                var seqs = shown.Select(n => n.Seq).ToList();
                if (seqs.Where((seq, place) => seq != place + 1).Any()) broken.Add($"{client.Name} was shown {shown.Key} as {string.Join(' ', seqs)}");
                foreach (var note in shown.Where(note => !Same(client, note, kept))) broken.Add($"{client.Name} was shown {shown.Key} {note.Seq} other than it is kept");
                if (heads.Remove(shown.Key, out var head) && seqs[^1] < head) broken.Add($"{client.Name} never saw {shown.Key} beyond {seqs[^1]} of {head}");
            }
            broken.AddRange(heads.Keys.Select(thread => $"{client.Name} never saw anything of {thread}"));
        }
        return new("I4 every client was shown what is kept, in order, once", looked, broken);
    }

    public static Verdict PushedOnce(Recordings said, Kept kept)
    {
        var (broken, looked) = (new List<string>(), 0);
        foreach (var client in said.Clients)
        {
            var pushes = client.Notes.Where(n => n.E == "push").ToList();
            looked += pushes.Count;
            foreach (var push in pushes.Where(push => !Same(client, push, kept))) broken.Add($"{client.Name} was pushed {push.Thread} {push.Seq} other than it is kept");
            foreach (var twice in pushes.GroupBy(p => (p.Line, p.Thread, p.Seq)).Where(same => same.Count() > 1))
                broken.Add($"{client.Name} was pushed {twice.Key.Thread} {twice.Key.Seq} {twice.Count()} times on line {twice.Key.Line}");
        }
        return new("I4 nothing is pushed twice on one line", looked, broken);
    }

    private static bool Same(Client client, Note note, Kept kept) =>
        kept.Events[note.Thread!].FirstOrDefault(e => e.Seq == note.Seq)?.Fingerprint(kept.Reads(client)) == note.Id;
}
