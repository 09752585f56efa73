using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Consent;

/// <summary>A visitor looks at what became of their conversation, agrees to its publication, or takes that back: then the page is gone with the commit.</summary>
public sealed class ChangeConsent(Db db, ThreadAccess access, ThreadStore threads, Consents consents, ConsentViews views)
{
    public async Task<Reply<ConsentView>> Read(VisitorCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        return found.Value is { } thread ? await views.Of(caller, thread) : found.Refusal!;
    }

    public async Task<Reply<ConsentView>> Run(VisitorCaller caller, string threadId, ConsentRequest request)
    {
        // Whoever agrees has read the sentence that holds now.
        if (request.Given && request.Version != ConsentTexts.Version) return Refusals.ConsentOutdated;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var said = await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            // Nobody agrees to what is still to be said.
            if (request.Given && locked is not ({ State: ThreadStates.Closed } or { IsAnswered: true })) return Refusals.NotPossibleNow;
            if (request.Given && locked.Publication == Publications.Withdrawn) return Refusals.NotPossibleNow;
            return await consents.Say(tx, locked, request.Given ? ConsentTexts.Version : null, ConsentWays.Widget);
        });
        return said.Value is { } now ? await views.Of(caller, now) : said.Refusal!;
    }
}
