using CommunityWidget.Checker;

namespace CommunityWidget.Faults.Figures;

/// <summary>Times, read from what the clients wrote down: one clock for all of them, as they are one process.</summary>
internal sealed class Said
{
    private Said(IReadOnlyList<Message> messages, IReadOnlyList<Absence> absences, int refused) => (Messages, Absences, Refused) = (messages, absences, refused);

    public IReadOnlyList<Message> Messages { get; }

    /// <summary>Each time a client was without a line.</summary>
    public IReadOnlyList<Absence> Absences { get; }

    public int Refused { get; }

    public IEnumerable<Message> Acked => Messages.Where(m => m.AckedAt > 0);

    public int Lost => Messages.Count(m => m.AckedAt == 0);

    public static Said Read(string folder)
    {
        var said = Recordings.Read(folder);
        var shown = new Dictionary<(string, long), long>();
        foreach (var (client, note) in said.All("show"))
        {
            var key = (note.Thread!, note.Seq);
            // The last who was shown it: until then it was not delivered.
            shown[key] = Math.Max(shown.GetValueOrDefault(key), note.T);
        }
        var messages = new List<Message>();
        var absences = new List<Absence>();
        foreach (var client in said.Clients)
        {
            var acks = client.Notes.Where(n => n.E == "ack").GroupBy(n => n.Key!).ToDictionary(n => n.Key, n => n.First());
            foreach (var sends in client.Notes.Where(n => n.E == "send").GroupBy(n => n.Key!))
            {
                var ack = acks.GetValueOrDefault(sends.Key);
                messages.Add(new(sends.First().T, ack?.T ?? 0, ack is null ? 0 : shown.GetValueOrDefault((ack.Thread!, ack.Seq)), sends.Count(), ack?.Node ?? 0));
            }
            var lost = 0L;
            foreach (var note in client.Notes.Where(n => n.E is "lost" or "back"))
            {
                if (note.E == "lost") lost = note.T;
                else if (lost > 0)
                {
                    absences.Add(new(client.Name, lost, note.T));
                    lost = 0;
                }
            }
        }
        return new(messages, absences, said.All("refused").Count());
    }

    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * percent / 100) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>Seconds until every node had acknowledged something again: each one's first, and of these the latest.</summary>
    public double AllWriteAgainAfter(long since, int nodes) => Enumerable.Range(0, nodes).Max(node =>
        Acked.Where(m => m.Node == node && m.AckedAt > since).Select(m => (m.AckedAt - since) / 1_000.0).DefaultIfEmpty(double.PositiveInfinity).Min());

    /// <summary>The most that happened within any time so long.</summary>
    public static int MostWithin(TimeSpan span, IEnumerable<long> times)
    {
        var (most, window) = (0, new Queue<long>());
        foreach (var at in times.Order())
        {
            window.Enqueue(at);
            while (window.Peek() <= at - span.TotalMilliseconds) window.Dequeue();
            most = Math.Max(most, window.Count);
        }
        return most;
    }
}

/// <summary>One ask or message, its resends included.</summary>
/// <param name="Node">Who acknowledged it.</param>
internal sealed record Message(long SentAt, long AckedAt, long ShownAt, int Sends, int Node)
{
    public double AckMs => AckedAt - SentAt;

    public double DeliveryMs => ShownAt - SentAt;
}

internal sealed record Absence(string Client, long LostAt, long BackAt)
{
    public double Seconds => (BackAt - LostAt) / 1_000.0;
}
