using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Everything a member's console needs to draw itself, read anew after each reconnect.</summary>
public sealed class ReadConsole(MemberStore members, OfferStore offers, OfferReader offerReader, HelpCallReader calls, ThreadStore threads, ThreadAccess access, ThreadReader reader)
{
    public async Task<ConsoleSnapshot> Run(MemberCaller caller)
    {
        var me = (await members.Find(caller.Id))!;
        var open = await offerReader.Views(await offers.OpenOf(caller.Id));
        var chats = await reader.Snapshots(await Seen(caller, await threads.With(caller.Id)), caller.Id);
        return new(me.AsPerson(), caller.Site.Name, caller.Site.Accent, caller.Site.OriginList, caller.Site.Topics.Known, caller.Site.LanguageList, me.Roles.Split(' '), ThreadNews.Status(me, caller.Site), open, await calls.OpenOf(caller.Id), chats);
    }

    // They may have come to help, and what they were shown then was not written down.
    private async Task<IReadOnlyList<ThreadRecord>> Seen(MemberCaller caller, IReadOnlyList<ThreadRecord> all)
    {
        var seen = new List<ThreadRecord>();
        foreach (var thread in all)
            if (await access.Saw(caller, thread) is null) seen.Add(thread);
        return seen;
    }
}
