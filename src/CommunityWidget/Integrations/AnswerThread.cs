using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>
/// A program answers as its member. What is parked is answered for later; what waits is taken first, as from the list; in a conversation the
/// member holds it goes on. A program has no socket: each call counts as having been there.
/// </summary>
public sealed class AnswerThread(ThreadStore threads, TakeThread take, SendMessage send, EndThread end, JudgeMessage judge, Idempotency keys, Presence presence)
{
    public async Task<Reply<ThreadEntry>> Answer(KeyCaller program, string id, string? key, string? text)
    {
        // What is said by a key is not counted: once it is taken, nobody tells it to wait.
        var caller = program.AsMember;
        // Before anything is taken for an answer that cannot be sent.
        if (!MessageText.IsKey(key)) return Refusals.KeyMissing;
        var clean = MessageText.Clean(text);
        if (clean.Refusal is { } unusable) return unusable;
        if (judge.Foresee(caller, clean.Value!) is { } notFit) return notFit;
        if (await Find(caller, id) is not { } thread) return Refusals.NotFound;
        await presence.Polled(caller);
        // What comes again was said: it takes nothing, whoever waits by now.
        if (thread.State == ThreadStates.Waiting && !await keys.IsKnown(thread, caller.Id, key!))
        {
            var taken = await take.Run(caller, id);
            if (taken.Value is null) return taken.Refusal!;
            thread = taken.Value;
        }
        var sent = await send.Run(caller, new MemberMessage(id, key, text, thread.Fence));
        return sent.Value is { } said ? ReadThreads.Entry(said) : sent.Refusal!;
    }

    public async Task<Reply<Done>> End(KeyCaller program, string id)
    {
        var caller = program.AsMember;
        if (await Find(caller, id) is not { } thread) return Refusals.NotFound;
        await presence.Polled(caller);
        return await end.Run(caller, id, thread.Fence);
    }

    private async Task<ThreadRecord?> Find(MemberCaller caller, string id) => id.Length == 10 ? await threads.Find(caller.Site.Id, id) : null;
}
