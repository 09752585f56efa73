using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>Counts one question from its events. Pure, and always from the first event on: counting again gives the same, also where words were erased meanwhile.</summary>
public static class CountQuestion
{
    /// <param name="thread">The row.</param>
    /// <param name="events">Its events up to the row's <c>last_seq</c>, in order.</param>
    /// <param name="actsAs">What a member counts as.</param>
    /// <param name="before">What was counted of it last, where words were erased since; null otherwise, or when nothing was.</param>
    public static Counted Of(ThreadRecord thread, IReadOnlyList<EventRow> events, Func<Guid, string> actsAs, Counted? before)
    {
        var counted = Of(thread, events, actsAs);
        return before is null ? counted : Keeping(before, counted);
    }

    private static Counted Of(ThreadRecord thread, IReadOnlyList<EventRow> events, Func<Guid, string> actsAs)
    {
        var taken = events.FirstOrDefault(IsTaken);
        // Nobody could take it before a moderator let it through.
        var begun = events.FirstOrDefault(IsPassed)?.At ?? thread.AskedAt;
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
            HeldMs = begun - thread.AskedAt,
            TakenMs = taken?.At - begun,
            TakenRung = taken?.Status!.Rung,
            AnsweredMs = answer?.At - begun,
            ReachedTeam = answeredAs == Roles.Agent || events.Any(e => e.Status is { Rung: RungKinds.Agents }),
            Stars = rating?.Status?.Stars,
            WordsSeq = rating?.Body is null ? null : rating.Seq,
            VisitorMessages = events.LongCount(e => IsMessage(e) && e.AuthorKind == "visitor"),
            SuperUserMessages = By(Roles.SuperUser),
            TeamMessages = By(Roles.Agent),
        };
        var took = taken?.Status!.Responder;
        var helped = events.Where(IsJoined).Select(e => e.Author!.Value).Concat(events.Select(e => e.SuggestedBy).OfType<Guid>()).ToHashSet();
        return new(tally, [.. written.Keys.Union(took is { } first ? [first] : []).Union(helped).Order().Select(member => new MemberTally
        {
            Thread = thread.Id,
            Member = member,
            ActedAs = actsAs(member),
            Took = member == took,
            Messages = written.GetValueOrDefault(member),
            Helped = helped.Contains(member),
        })]);
    }

    private static bool IsTaken(EventRow e) =>
        e is { Kind: EventKinds.Status, Status: { Responder: not null } status } && (status.State == ThreadStates.Live || status.Reason == Outcomes.Answered);

    private static bool IsJoined(EventRow e) => e is { Kind: EventKinds.Status, AuthorKind: "member", Status.Reason: ThreadMachine.Joined };

    private static bool IsPassed(EventRow e) => e is { Kind: EventKinds.Status, Status.Reason: Verdicts.Passed };

    // What is held for a moderator is parked too, but nobody was asked yet.
    private static bool IsHeld(EventRow e) => e is { Kind: EventKinds.Status, Status: { State: ThreadStates.Parked, Reason: Outcomes.Held } };

    private static bool IsParked(EventRow e) => e is { Kind: EventKinds.Status, Status.State: ThreadStates.Parked } && !IsHeld(e);

    private static bool IsMessage(EventRow e) => e is { Kind: EventKinds.Message, Audience: Audiences.All };

    public static bool IsErased(EventRow e) => e is { Kind: EventKinds.Tombstone, AuthorKind: "member", Audience: Audiences.All };

    // What was said was said: whoever answered did, and wrote as much as was counted while it could be read.
    private static Counted Keeping(Counted before, Counted now)
    {
        var members = before.Members.Concat(now.Members).GroupBy(m => m.Member).OrderBy(g => g.Key)
            .Select(g => g.Last() with { Took = g.Any(m => m.Took), Messages = g.Max(m => m.Messages), Helped = g.Any(m => m.Helped) }).ToList();
        long By(string role) => members.Where(m => m.ActedAs == role).Sum(m => m.Messages);
        var tally = now.Tally with { SuperUserMessages = By(Roles.SuperUser), TeamMessages = By(Roles.Agent), ReachedTeam = before.Tally.ReachedTeam || now.Tally.ReachedTeam };
        var answered = before.Tally.AnsweredMs is { } ms ? tally with { Outcome = before.Tally.Outcome, AnsweredMs = ms } : tally;
        return new(answered, members);
    }

    private static string Outcome(ThreadRecord thread, IReadOnlyList<EventRow> events, EventRow? taken, EventRow? answer, string? answeredAs)
    {
        if (answer is not null)
        {
            var parkedBefore = events.Any(e => e.Seq < answer.Seq && IsParked(e));
            return parkedBefore ? Ends.Later : answeredAs == Roles.Agent ? Ends.Team : Ends.SuperUsers;
        }
        if (thread.State != ThreadStates.Closed) return Ends.Open;
        if (taken is not null) return Ends.Wordless;
        if (thread.Outcome is Outcomes.Cancelled or Outcomes.Ended) return Ends.Withdrawn;
        return events.Any(IsHeld) && !events.Any(IsPassed) ? Ends.KeptBack : Ends.Unanswered;
    }
}
