using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Questions;

/// <summary>A visitor asks: stored first, routed second. Who will answer is not known here.</summary>
public sealed class AskQuestion(Db db, JudgeMessage judge, StoreQuestion store, ThreadReader reader, IMatchQueue queue, TimeProvider clock)
{
    public async Task<Reply<AskReply>> Run(VisitorCaller caller, AskRequest request)
    {
        using var step = Traces.Step("ask");
        // A mail's link opens one thread: whoever came by it asks anew as a visitor of their own.
        if (caller.Visitor.OnlyThread is not null) return Refusals.NotSignedIn;
        if (!MessageText.IsKey(request.Key)) return Refusals.KeyMissing;
        var text = MessageText.Clean(request.Text);
        if (text.Refusal is { } unusable) return unusable;
        var name = MessageText.CleanName(request.Name);
        if (name?.Refusal is { } badName) return badName;
        if (name is not null && judge.Misnamed(caller.Site, name.Value!) is { } misnamed) return misnamed;
        var judged = await judge.Run(caller, text.Value!, request.Key!);
        if (judged.Value is not { } verdict) return judged.Refusal!;

        var stored = await db.Write(tx => store.Run(tx, caller, request, new(text.Value!, name?.Value, verdict)));
        if (stored.Refusal is { } refused) return refused;
        var (thread, existing, isNew) = stored.Value!;
        if (isNew) Instruments.Questions.Add(1);
        // For a question sent again too: the first time may have ended before this line.
        if (!existing && !thread.IsHeld) await queue.Enqueue(thread.Site, thread.Id, thread.AskedAt, clock.NowMs());
        return new AskReply(await reader.Snapshot(thread, 0, caller.Id), existing);
    }
}

/// <summary>The write of asking: a resent key gives the first thread back, an open thread is given instead of a second one.</summary>
public sealed class StoreQuestion(ThreadStore threads, ThreadWriter writer, Idempotency idempotency, VisitorStore visitors, AskedTraces traces, TimeProvider clock)
{
    public async Task<Reply<StoredQuestion>> Run(Tx tx, VisitorCaller caller, AskRequest request, AskedWords asked)
    {
        var key = request.Key!;
        // Before the key: another node that stores the open question meanwhile stores its key with it, and a resend finds both or neither.
        var open = await threads.OpenOf(tx, caller.Id);
        var first = await idempotency.FindAsk(tx, caller.Site.Id, caller.Id, key, asked.Text);
        if (first.Refusal is { } reused) return reused;
        if (first.Value is { IsQuestion: false }) return Refusals.KeyReused;
        if (first.Value is { } again) return new StoredQuestion((await threads.Lock(tx, again.Thread))!, Existing: false, IsNew: false);
        if (open is not null) return new StoredQuestion(open, Existing: true, IsNew: false);

        // Held from here on: whoever is erased meanwhile is erased with this question, or asks none.
        if (await visitors.Lock(tx, caller.Id) is not { } token || token.StartsWith(Silences.ErasedMark, StringComparison.Ordinal)) return Refusals.NotSignedIn;
        if (asked.Name is not null) await visitors.Rename(tx, caller.Id, asked.Name);
        var thread = await writer.Open(tx, Asked(caller, request), asked.Text, key, asked.Judged);
        // Before the commit: matching may be faster than our way back.
        traces.Remember(thread.Id);
        await idempotency.Store(tx, caller.Site.Id, caller.Id, key, asked.Text, thread.Id, 1);
        return new StoredQuestion(thread, Existing: false, IsNew: true);
    }

    private ThreadRecord Asked(VisitorCaller caller, AskRequest request)
    {
        var now = clock.NowMs();
        var language = caller.Site.LanguageFor(request.Language);
        var (page, product) = (PageAddress.Clean(caller.Site, request.Page), PageAddress.Clean(caller.Site, request.Product));
        return new ThreadRecord
        {
            Id = clock.NewId(),
            PublicId = ThreadStore.NewPublicId(),
            Site = caller.Site.Id,
            Visitor = caller.Id,
            RungEnteredAt = now,
            Language = language,
            Topic = caller.Site.TopicFor(request.Topic),
            Page = page,
            Product = product,
            MaskedContext = JudgeContext.ForVolunteers(caller.Site, language, page, product),
            AskedAt = now,
            LastEventAt = now,
        };
    }
}

/// <summary>What somebody asks and calls themselves, and what the judge said of it.</summary>
public sealed record AskedWords(string Text, string? Name, Judged Judged);

/// <summary>The thread a question is stored in; <paramref name="Existing"/> when another one was there before, <paramref name="IsNew"/> when it was stored just now: sent again it is neither.</summary>
public sealed record StoredQuestion(ThreadRecord Thread, bool Existing, bool IsNew);
