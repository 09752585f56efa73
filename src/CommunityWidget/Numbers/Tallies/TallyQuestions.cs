using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>
/// Counts the questions in which something happened since they were last counted. Not in the step's own transaction: whoever waits for an answer
/// does not wait for the numbers too. Any node may do it, and twice does no harm.
/// </summary>
public sealed class TallyQuestions(Db db, MemberStore members, TallyStore tallies, TimeProvider clock)
{
    private const int Batch = 200;

    // A transaction that was open when we looked commits events of before.
    private const long OverlapMs = 60_000;

    // Years of history are gone through in larger steps than the last day.
    private const long WindowMs = 15 * 60_000, LargeWindowMs = 3 * 3_600_000, BehindMs = 24 * 3_600_000;

    /// <summary>Counts up to so many batches; true when there may be more.</summary>
    public async Task<bool> Run(int batches = 1)
    {
        for (var i = 0; i < batches; i++)
        {
            if (!await Next()) return false;
        }
        return true;
    }

    private async Task<bool> Next()
    {
        var now = clock.NowMs();
        var since = await tallies.Mark(TallyStore.Questions);
        // Hours in which nothing happened are passed over.
        var from = await tallies.NextEvent(since - OverlapMs) ?? now;
        var until = Math.Min(now + 1, Math.Max(from, since) + (now - from > BehindMs ? LargeWindowMs : WindowMs));
        var stale = await tallies.Stale(new(from, until), Batch);
        // Nothing new is no reason to write; the look back grows by minutes only.
        if (stale.Count == 0 && until > now && now - since < WindowMs - OverlapMs) return false;
        var more = stale.Count == Batch;
        var counted = await Count(stale);
        var written = await db.Write<Done>(async tx =>
        {
            // In one order everywhere, days first, so that two nodes never wait for each other.
            foreach (var (site, day) in counted.Select(c => (c.Tally.Site, c.Tally.AskedAt / PackedDay.Ms)).Distinct().Order()) await tallies.Touch(tx, site, day);
            foreach (var question in counted.OrderBy(c => c.Tally.Thread)) await tallies.Save(tx, question);
            if (!more) await tallies.MoveMark(tx, TallyStore.Questions, Math.Min(until, now));
            return Done.It;
        });
        return written.Refusal is null && (more || until <= now);
    }

    private async Task<IReadOnlyList<Counted>> Count(IReadOnlyList<ThreadRecord> stale)
    {
        if (stale.Count == 0) return [];
        var ids = stale.Select(t => t.Id).ToList();
        var events = (await tallies.Events(ids)).ToLookup(e => e.Thread);
        var did = (await tallies.Members(ids)).ToLookup(m => m.Thread);
        // What was counted before is asked for only where words are gone, which is seldom.
        var erased = ids.Where(id => events[id].Any(CountQuestion.IsErased)).ToList();
        var before = (erased.Count == 0 ? [] : await tallies.Of(erased)).ToDictionary(t => t.Thread, t => new Counted(t, [.. did[t.Thread]]));
        var known = did.SelectMany(of => of).ToDictionary(m => (m.Thread, m.Member), m => m.ActedAs);
        var people = (await members.Find([.. events.SelectMany(of => of).SelectMany(Who).Distinct()])).ToDictionary(m => m.Id);
        // As visitors see them: who is also of the team speaks for it.
        string ActsAs(Guid thread, Guid member) => known.GetValueOrDefault((thread, member))
            ?? (people.TryGetValue(member, out var row) && row.IsStaff ? Roles.Agent : Roles.SuperUser);
        return [.. stale.Select(thread => CountQuestion.Of(thread, [.. events[thread.Id].Where(e => e.Seq <= thread.LastSeq)], member => ActsAs(thread.Id, member), before.GetValueOrDefault(thread.Id)))];
    }

    private static IEnumerable<Guid> Who(EventRow e) =>
        new[] { e.AuthorKind == "member" ? e.Author : null, e.Status?.Responder }.OfType<Guid>();
}
