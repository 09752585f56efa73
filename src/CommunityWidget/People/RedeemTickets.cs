using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Uses tickets up and finds whose they are. Sockets that open at once share a commit: after a restart all of a node's come back together.</summary>
public sealed class RedeemTickets : IAsyncDisposable
{
    private const int MostInOne = 256, MostWaiting = 8_192;

    private static readonly TimeSpan ForgetEvery = TimeSpan.FromSeconds(10);

    private readonly Db _db;
    private readonly VisitorStore _visitors;
    private readonly MemberStore _members;
    private readonly TimeProvider _clock;
    private readonly SharedCommits<Shown> _commits;
    private long? _forgotAt;

    public RedeemTickets(Db db, VisitorStore visitors, MemberStore members, TimeProvider clock)
    {
        (_db, _visitors, _members, _clock) = (db, visitors, members, clock);
        _commits = new(Commit, MostInOne, MostWaiting);
    }

    /// <summary>Whose it is; refused when it was used before, or is too old by now.</summary>
    public Task<Reply<TicketHolder>> Run(Ticket ticket)
    {
        var shown = new Shown(ticket);
        if (!_commits.TryAdd(shown)) shown.Answered(Refusals.StorageAway);
        return shown.Answer;
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task Commit(IReadOnlyList<Shown> shown)
    {
        try
        {
            Answer(shown, await Redeem(shown));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            foreach (var one in shown) one.Failed(error);
        }
    }

    private Task<Reply<Holders>> Redeem(IReadOnlyList<Shown> shown) => _db.Write<Holders>(async tx =>
    {
        var now = _clock.NowMs();
        await Forget(tx, now);
        // Asked again: a ticket's use is forgotten together with its life.
        var good = await Use(tx, shown.Select(s => s.Ticket).Where(t => t.ExpiresAt > now));
        return new Holders(
            good.Select(t => t.Id).ToHashSet(),
            (await _visitors.Present(tx, [.. good.Where(t => t.IsVisitor).Select(t => t.Who)])).ToDictionary(v => v.Id),
            (await _visitors.OfSessions(tx, [.. good.Select(t => t.Session).OfType<string>()])).ToDictionary(v => v.Session!),
            (await _members.Find(tx, [.. good.Where(t => !t.IsVisitor).Select(t => t.Who)])).ToDictionary(m => m.Id),
            (await _members.Ended(tx, [.. good.Select(t => t.Browser).OfType<Guid>().Distinct()])).ToHashSet());
    });

    // Gives those that nobody used before, here or on another node. In order, so that two nodes that are shown the same never wait for each other in a circle.
    private static async Task<IReadOnlyList<Ticket>> Use(Tx tx, IEnumerable<Ticket> tickets)
    {
        var shown = tickets.DistinctBy(t => t.Id).OrderBy(t => t.Id).ToList();
        var used = new Rows("used", ("id", shown.Select(t => t.Id.ToString("N")).ToArray()), ("expires_at", shown.Select(t => t.ExpiresAt).ToArray()));
        var fresh = (await tx.Values<string>(new(
            $"insert into used_tickets ({used.Listed}) select {used.Listed} from {tx.Dialect.Table(used)} where true on conflict do nothing returning id", used))).ToHashSet();
        return [.. shown.Where(t => fresh.Contains(t.Id.ToString("N")))];
    }

    private void Answer(IReadOnlyList<Shown> shown, Reply<Holders> holders)
    {
        if (holders.Value is { } known)
        {
            var now = _clock.NowMs();
            foreach (var one in shown) one.Answered(one.Ticket.ExpiresAt > now ? known.Of(one.Ticket) : Refusals.NotSignedIn);
            return;
        }
        foreach (var one in shown) one.Answered(holders.Refusal!);
        if (holders.Refusal != Refusals.StorageAway) return;
        foreach (var one in _commits.TakeAll()) one.Answered(holders.Refusal!);
    }

    // Now and then, and never those another node is about to forget.
    private async Task Forget(Tx tx, long now)
    {
        if (_forgotAt is { } before && _clock.GetElapsedTime(before) < ForgetEvery) return;
        _forgotAt = _clock.GetTimestamp();
        await tx.Execute(
            $"delete from used_tickets where id in (select id from used_tickets where expires_at <= @now limit 5000{tx.Dialect.SkipLocked})", new { now });
    }

    /// <param name="Good">Tickets that open a socket, each until it is asked for: whoever shows it a second time is too late.</param>
    private sealed record Holders(HashSet<Guid> Good, IReadOnlyDictionary<Guid, Visitor> Visitors, IReadOnlyDictionary<string, Visitor> Devices, IReadOnlyDictionary<Guid, Member> Members, IReadOnlySet<Guid> Ended)
    {
        public Reply<TicketHolder> Of(Ticket ticket)
        {
            if (!Good.Remove(ticket.Id)) return Refusals.NotSignedIn;
            if (ticket.Session is { } device) return Devices.TryGetValue(device, out var known) ? new TicketHolder(known, null) : Refusals.NotSignedIn;
            if (ticket.IsVisitor) return Visitors.TryGetValue(ticket.Who, out var visitor) ? new TicketHolder(visitor, null) : Refusals.NotSignedIn;
            if (ticket.Browser is { } browser && Ended.Contains(browser)) return Refusals.NotSignedIn;
            return Members.TryGetValue(ticket.Who, out var member) ? new TicketHolder(null, member) : Refusals.NotSignedIn;
        }
    }

    /// <summary>A ticket that was shown, and the answer its socket waits for.</summary>
    private sealed class Shown(Ticket ticket)
    {
        private readonly TaskCompletionSource<Reply<TicketHolder>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Ticket Ticket => ticket;

        public Task<Reply<TicketHolder>> Answer => _answer.Task;

        public void Answered(Reply<TicketHolder> reply) => _answer.TrySetResult(reply);

        public void Failed(Exception error) => _answer.TrySetException(error);
    }
}

/// <summary>Whose a ticket is: one of the two.</summary>
public sealed record TicketHolder(Visitor? Visitor, Member? Member);
