using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Dapper;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>What is told is committed, told once, told to the right side of the right site.</summary>
public sealed class NoticePromises(DbConnection connection)
{
    private readonly Dictionary<Guid, (Guid Member, string? Ended)> _offers = [];
    private readonly HashSet<(string Thread, long Seq)> _events = [];

    public Task Hear(Notice notice) => notice switch
    {
        OfferTold made => Hear(made),
        OfferOver over => Hear(over),
        EventTold told => Hear(told),
        _ => Task.CompletedTask,
    };

    /// <summary>At rest every offer was told once when made and once when it ended, every event once.</summary>
    public void Check(HistoryState state)
    {
        foreach (var offer in state.Offers)
        {
            Promise.Hold(_offers.TryGetValue(offer.Id, out var told) && told.Member == offer.Member, $"an offer was made and its member not told");
            Promise.Hold(told.Ended == (offer.IsOpen ? null : offer.State), $"an offer is {offer.State}, its member was told {told.Ended ?? "nothing"}");
        }
        Promise.Hold(_offers.Count == state.Offers.Count, $"an offer was told that is not stored");
        Promise.Hold(_events.Count == state.Threads.Sum(t => t.LastSeq), $"{_events.Count} events told, {state.Threads.Sum(t => t.LastSeq)} stored");
    }

    private async Task Hear(OfferTold made)
    {
        var id = Guid.Parse(made.Offer.OfferId);
        var member = await connection.QueryFirstOrDefaultAsync<Guid?>("select member from offers where id = @id", new { id });
        Promise.Hold(member == made.Member, $"an offer was told that is not committed, or to somebody else");
        // A declined one is told again when the no is taken back.
        if (_offers.TryGetValue(id, out var told) && told.Ended == OfferStates.Declined) _offers.Remove(id);
        Promise.Hold(_offers.TryAdd(id, (made.Member, null)), $"an offer was told twice");
    }

    private async Task Hear(OfferOver over)
    {
        var id = Guid.Parse(over.Ended.OfferId);
        var state = await connection.QueryFirstOrDefaultAsync<string>("select state from offers where id = @id", new { id });
        Promise.Hold(state == over.Ended.Reason, $"told that an offer is {over.Ended.Reason}, it is {state}");
        Promise.Hold(_offers.TryGetValue(id, out var told) && told.Ended is null && told.Member == over.Member, $"the end of an offer was told twice, too early or to somebody else");
        _offers[id] = (over.Member, over.Ended.Reason);
    }

    private async Task Hear(EventTold told)
    {
        var happened = told.Happened;
        var named = told.Parties.Members.Concat(Named(happened.Author?.Id)).Concat(Named(happened.Status?.Responder?.Id)).Distinct().ToList();
        var stored = await connection.QueryFirstOrDefaultAsync<long>(
            "select count(*) from events e join threads t on t.id = e.thread where t.public_id = @ThreadId and t.visitor = @Visitor and e.seq = @Seq and e.kind = @Kind",
            new { happened.ThreadId, told.Parties.Visitor, happened.Seq, happened.Kind });
        Promise.Hold(stored == 1, $"event {happened.Seq} of {happened.ThreadId} was told before it was committed");
        Promise.Hold(_events.Add((happened.ThreadId, happened.Seq)), $"event {happened.Seq} of {happened.ThreadId} was told twice");
        foreach (var id in named)
        {
            var same = await connection.QueryFirstAsync<long>(
                "select count(*) from members m join threads t on t.site = m.site where m.id = @id and t.public_id = @ThreadId", new { id, happened.ThreadId });
            Promise.Hold(same == 1, $"event {happened.Seq} of {happened.ThreadId} names a member of another site");
        }
    }

    private static IEnumerable<Guid> Named(string? id) => id is null ? [] : [Guid.Parse(id)];
}
