namespace CommunityWidget.Checker;

/// <summary>What is given comes back: seats, offers, sockets, memory.</summary>
public static class Baseline
{
    private const int SpareSockets = 10;
    private const long SpareKb = 96 * 1024;

    public static Verdict Seats(Kept kept, bool settled)
    {
        var broken = new List<string>();
        foreach (var member in kept.Members)
        {
            var held = kept.Threads.Count(t => t.State == "live" && t.Responder == member.Id);
            var open = kept.Offers.Count(o => o.State == "open" && o.Member == member.Id);
            if (member.Busy != held) broken.Add($"{member.Name} has {member.Busy} seats taken and holds {held} conversations");
            if (member.Offered != open) broken.Add($"{member.Name} has {member.Offered} offers counted and {open} open");
            if (member.Busy + member.Offered > member.Seats) broken.Add($"{member.Name} has {member.Busy} + {member.Offered} of {member.Seats} seats in use");
            if (settled && (member.Busy > 0 || member.Offered > 0)) broken.Add($"{member.Name} is still busy");
        }
        return new("I8 seats and offers are counted right", kept.Members.Count, broken);
    }

    /// <summary>The first measure is taken before anybody came, the others each after everybody had gone; memory is compared with the second, once everything is warm.</summary>
    public static Verdict Process(Recordings said)
    {
        var broken = new List<string>();
        var measures = said.Measures;
        foreach (var after in measures.Skip(1).Where(m => m.Sockets > measures[0].Sockets + SpareSockets))
            broken.Add($"{after.When}: {after.Sockets} sockets, {measures[0].Sockets} before anybody came");
        foreach (var after in measures.Skip(2).Where(m => m.RssKb > measures[1].RssKb + SpareKb))
            broken.Add($"{after.When}: {after.RssKb:n0} kB, {measures[1].RssKb:n0} kB after the first play");
        return new("I8 sockets and memory come back", measures.Count, broken);
    }
}
