using System.Text;

namespace CommunityWidget.Checker;

/// <summary>What was acknowledged is stored, as it was typed; whatever was sent is stored once.</summary>
public static class Acknowledged
{
    public static Verdict Stored(Recordings said, Kept kept)
    {
        var broken = new List<string>();
        var acks = said.All("ack").ToList();
        var texts = Texts(said);
        foreach (var (client, ack) in acks)
        {
            var row = kept.Events[ack.Thread!].FirstOrDefault(e => e.Seq == ack.Seq);
            if (row is null) broken.Add($"{client.Name}: {ack.Thread} {ack.Seq} was acknowledged and is not there");
            else if (row.Key != ack.Key) broken.Add($"{client.Name}: {ack.Thread} {ack.Seq} was acknowledged for one key and holds another's");
            else if (row.Body != AsKept(texts[ack.Key!])) broken.Add($"{client.Name}: {ack.Thread} {ack.Seq} holds another text than was sent");
            else if (row.AuthorKind == "visitor" ? client.Id is not null : row.Author != client.Id) broken.Add($"{client.Name}: {ack.Thread} {ack.Seq} is kept as somebody else's");
        }
        return new("I1 acknowledged is stored, as typed", acks.Count, broken);
    }

    public static Verdict Once(Recordings said, Kept kept)
    {
        var broken = new List<string>();
        var rows = kept.Events.SelectMany(thread => thread).Where(e => e.Key is not null).ToLookup(e => e.Key!);
        var sends = said.Clients.SelectMany(c => c.Notes.Where(n => n.E is "send" or "ack" or "refused").GroupBy(n => n.Key!).Select(notes => (Client: c, Key: notes.Key, Notes: notes.ToList()))).ToList();
        foreach (var (client, key, notes) in sends)
        {
            var stored = rows[key].Count();
            var acked = notes.Exists(n => n.E == "ack");
            if (stored > 1) broken.Add($"{client.Name}: key {key} is stored {stored} times");
            if (acked && stored == 0) broken.Add($"{client.Name}: key {key} was acknowledged and is not stored");
            // Sent twice, the first may have arrived after the second was refused.
            if (!acked && notes[^1].E == "refused" && notes.Count(n => n.E == "send") == 1 && stored > 0) broken.Add($"{client.Name}: key {key} was refused and is stored");
        }
        return new("I2 whatever was sent, and resent, is stored once", sends.Count, broken);
    }

    private static Dictionary<string, string> Texts(Recordings said) => said.All("send").GroupBy(s => s.Note.Key!).ToDictionary(sends => sends.Key, sends => sends.First().Note.Text!);

    private static string AsKept(string typed) => typed.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);
}
