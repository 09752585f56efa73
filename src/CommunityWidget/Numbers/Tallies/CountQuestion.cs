using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>Counts one question from its events. Pure, and always from the first event on: counting again gives the same.</summary>
public static class CountQuestion
{
    /// <param name="thread">The row.</param>
    /// <param name="events">Its events up to the row's <c>last_seq</c>, in order.</param>
    /// <param name="actsAs">What a member counts as.</param>
    public static Counted Of(ThreadRecord thread, IReadOnlyList<EventRow> events, Func<Guid, string> actsAs)
    {
        var taken = events.FirstOrDefault(IsTaken);
        var answer = events.FirstOrDefault(e => IsMessage(e) && e.AuthorKind == "member");
        var answeredAs = answer is null ? null : actsAs(answer.Author!.Value);
        var rating = events.LastOrDefault(e => e.Kind == EventKinds.Rating);
        var written = events.Where(e => IsMessage(e) && e.AuthorKind == "member").GroupBy(e => e.Author!.Value).ToDictionary(g => g.Key, g => g.LongCount());
        long By(string role) => written.Where(one => actsAs(one.Key) == role).Sum(one => one.Value);
        var tally = new Tally
        {
            Thread = thread.Id,
            Site = thread.Site,
            AskedAt = thread.AskedAt,
            Seq = thread.LastSeq,
            Language = thread.Language,
            Topic = thread.Topic,
            Outcome = Outcome(thread, events, taken, answer, answeredAs),
            TakenMs = taken?.At - thread.AskedAt,
            TakenRung = taken?.Status!.Rung,
            AnsweredMs = answer?.At - thread.AskedAt,
            ReachedTeam = answeredAs == Roles.Agent || events.Any(e => e.Status is { Rung: RungKinds.Agents }),
            Stars = rating?.Status?.Stars,
            WordsSeq = rating?.Body is null ? null : rating.Seq,
            VisitorMessages = events.LongCount(e => IsMessage(e) && e.AuthorKind == "visitor"),
            SuperUserMessages = By(Roles.SuperUser),
            TeamMessages = By(Roles.Agent),
        };
        var took = taken?.Status!.Responder;
        return new(tally, [.. written.Keys.Union(took is { } first ? [first] : []).Order().Select(member => new MemberTally
        {
            Thread = thread.Id,
            Member = member,
            ActedAs = actsAs(member),
            Took = member == took,
            Messages = written.GetValueOrDefault(member),
        })]);
    }

    private static bool IsTaken(EventRow e) =>
        e is { Kind: EventKinds.Status, Status: { Responder: not null } status } && (status.State == ThreadStates.Live || status.Reason == Outcomes.Answered);

    private static bool IsMessage(EventRow e) => e is { Kind: EventKinds.Message, Audience: Audiences.All };

    private static string Outcome(ThreadRecord thread, IReadOnlyList<EventRow> events, EventRow? taken, EventRow? answer, string? answeredAs)
    {
        if (answer is not null)
        {
            var parkedBefore = events.Any(e => e.Seq < answer.Seq && e is { Kind: EventKinds.Status, Status.State: ThreadStates.Parked });
            return parkedBefore ? Ends.Later : answeredAs == Roles.Agent ? Ends.Team : Ends.SuperUsers;
        }
        if (thread.State != ThreadStates.Closed) return Ends.Open;
        if (taken is not null) return Ends.Wordless;
        return thread.Outcome is Outcomes.Cancelled or Outcomes.Ended ? Ends.Withdrawn : Ends.Unanswered;
    }
}
