using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The visitor's verdict: kept with the thread, told to whoever answered, and counted as their expertise in the topic. A later one replaces it. Its words are said to people like a message, and held to the same.</summary>
public sealed class RateThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, MemberStore members, Consents consents, Outbox outbox, JudgeMessage judge)
{
    public async Task<Reply<Done>> Run(VisitorCaller caller, RatingRequest request)
    {
        if (request.Stars is < 1 or > 5) return Refusals.StarsOutOfRange;
        if (ConsentTexts.Known(request.Consent) is not { } consent) return Refusals.ConsentOutdated;
        var words = string.IsNullOrWhiteSpace(request.Words) ? null : MessageText.Clean(request.Words);
        if (words?.Refusal is { } unusable) return unusable;
        var judged = words is null ? Judged.Passed : judge.OfRating(caller, words.Value!);
        if (judged.Value is not { } verdict) return judged.Refusal!;
        var found = await access.Read(caller, request.ThreadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.Responder is null || locked.State is ThreadStates.Waiting) return Refusals.NotPossibleNow;
            var consented = request.MayPublish ? consent : null;
            var said = words?.Value is { } typed && !await AreTakenAway(tx, locked.Id, typed) ? typed : null;
            if (await IsSaidAlready(tx, locked, request.Stars, words?.Value, said))
            {
                await consents.Say(tx, locked, consented, ConsentWays.Rating);
                return Done.It;
            }
            // Everyone who answered is sent the words: they are counted with the messages, each rating once.
            if (said is not null && judge.TooMuch(caller, said, $"{locked.Id} {locked.LastSeq}") is { } tooMuch) return tooMuch;
            var entry = new Entry(EventKinds.Rating, Actor.Visitor(caller.Id), said, Key: null, Status: Status(locked, request.Stars), Judged: said is null ? Judged.Passed : verdict);
            await Credit(tx, locked, request.Stars);
            var rated = await writer.Append(tx, locked, entry, t => t with { Stars = request.Stars });
            await consents.Say(tx, rated.Thread, consented, ConsentWays.Rating);
            await outbox.Add(tx, "rated", locked.Id, rated.Row.Seq);
            return Done.It;
        });
    }

    // Pressed twice, or sent again: the same verdict on the same people is no second one.
    private async Task<bool> IsSaidAlready(Tx tx, ThreadRecord thread, int stars, string? typed, string? said) =>
        await threads.LastRating(tx, thread.Id) is { Status: { } status } before && status.Stars == stars && (before.Body == typed || before.Body == said)
        && (await threads.Answerers(tx, thread.Id, thread.Responder)).ToHashSet().SetEquals(await threads.Answerers(tx, thread.Id, status.Responder, before.Seq));

    // They stand in the visitor's form still: other stars do not say them again.
    private static async Task<bool> AreTakenAway(Tx tx, Guid thread, string words) =>
        (await tx.Query<string>("select body from events where thread = @thread and kind = 'rating' and verdict = 'refused' and body is not null", new { thread })).Any(gone => WrittenText.SaysAs(gone, words));

    // Everyone who answered is known by it; a changed verdict moves what the first one gave.
    private async Task Credit(Tx tx, ThreadRecord thread, int stars)
    {
        if (thread.Topic is not { } topic) return;
        var before = await threads.LastRating(tx, thread.Id);
        var ratedBefore = before is null ? [] : await threads.Answerers(tx, thread.Id, before.Status?.Responder, before.Seq);
        foreach (var member in (await threads.Answerers(tx, thread.Id, thread.Responder)).Order())
        {
            var known = ratedBefore.Contains(member);
            await members.AddRating(tx, member, topic, known ? 0 : 1, known ? stars - (int)thread.Stars!.Value : stars);
        }
    }

    private static StoredStatus Status(ThreadRecord t, int stars) => new(t.State, "", t.Fence, "rated", t.Responder, stars);
}
