using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// Somebody in a conversation asks others in: one member, or whoever knows a topic. An agent a volunteer, or the other way round. It costs
/// whoever is asked no seat, and saying no costs nothing.
/// </summary>
public sealed class AskForHelp(Db db, ThreadAccess access, ThreadStore threads, ParticipantStore participants, HelpCallStore calls, HelpCallReader reader, ListHelpers helpers, INotices notices, TimeProvider clock)
{
    public const long OpenMs = 60_000;

    /// <summary>How many are asked for a topic at once.</summary>
    public const int Most = 4;

    public async Task<Reply<HelpAsked>> Run(MemberCaller caller, string threadId, Guid? member, string? topic)
    {
        if (member is null && caller.Site.Topics.Known.All(known => known.Id != topic)) return Refusals.NotUnderstood;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var reachable = await helpers.Of(caller, thread);
        var wanted = reachable.Where(helper => member is { } one ? helper.Who.Id == one.ToString() : helper.Topics.Contains(topic!)).Take(Most).ToList();
        if (wanted.Count == 0) return Refusals.NobodyToAsk;
        return await db.Write<HelpAsked>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            var present = await participants.Current(tx, locked.Id);
            if (!present.Contains(caller.Id)) return Refusals.NotParticipant;
            if (locked.State != ThreadStates.Live) return Refusals.NotPossibleNow;
            var now = clock.NowMs();
            var asked = (await calls.OpenOf(tx, locked.Id)).Select(call => call.Member).Concat(present).ToHashSet();
            var made = wanted.Select(helper => Guid.Parse(helper.Who.Id!)).Where(id => !asked.Contains(id)).Select(id => new HelpCall
            {
                Id = clock.NewId(),
                Thread = locked.Id,
                Site = locked.Site,
                Asker = caller.Id,
                Member = id,
                Topic = member is null ? topic : null,
                AskedAt = now,
                Deadline = now + OpenMs,
            }).ToList();
            foreach (var call in made) await calls.Add(tx, call);
            tx.AfterCommit(() => Tell(made));
            // Whoever is asked already is asked once.
            return new HelpAsked([.. wanted.Select(helper => helper.Who)]);
        });
    }

    private async Task Tell(IReadOnlyList<HelpCall> made)
    {
        foreach (var (call, view) in made.Zip(await reader.Views(made))) await notices.HelpCalled(call.Member, view);
    }
}

/// <summary>Who could be asked into a conversation now: whoever answers, is connected and available, and not in it. A full one may still look in.</summary>
public sealed class ListHelpers(ThreadAccess access, MemberStore members, ParticipantStore participants, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<Reply<IReadOnlyList<HelperChoice>>> Run(MemberCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        return found.Value is { } thread ? new Reply<IReadOnlyList<HelperChoice>>(await Of(caller, thread)) : found.Refusal!;
    }

    /// <summary>Those who know the topic and speak the language first.</summary>
    public async Task<IReadOnlyList<HelperChoice>> Of(MemberCaller caller, ThreadRecord thread)
    {
        var now = clock.NowMs();
        var there = (await participants.Current(thread.Id)).ToHashSet();
        var all = (await members.Available(caller.Site.Id, now)).Where(m => m.Id != caller.Id && !there.Contains(m.Id) && (m.Is(Roles.SuperUser) || m.Is(Roles.Agent)) && !m.OwesCharter(caller.Site)).ToList();
        var beats = await queue.Beats(caller.Site.Id, [.. all.Select(m => m.Id)], now);
        var topics = (await members.Topics(caller.Site.Id)).ToLookup(t => t.Member, t => t.Topic);
        return [.. all.Where(m => presence.Connected(beats, m.Id, now))
            .OrderByDescending(m => m.Speaks(thread.Language)).ThenByDescending(m => topics[m.Id].Contains(thread.Topic)).ThenBy(m => m.Busy).ThenBy(m => m.Id).Take(Most)
            .Select(m => new HelperChoice(m.AsPerson(), [.. topics[m.Id]], m.Languages.Split(' ')))];
    }
}
