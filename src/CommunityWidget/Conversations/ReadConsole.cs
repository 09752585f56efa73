using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Everything a member's console needs to draw itself, read anew after each reconnect.</summary>
public sealed class ReadConsole(MemberStore members, OfferStore offers, OfferReader offerReader, ThreadStore threads, ThreadReader reader)
{
    public async Task<ConsoleSnapshot> Run(MemberCaller caller)
    {
        var me = (await members.Find(caller.Id))!;
        var open = new List<OfferView>();
        foreach (var offer in await offers.OpenOf(caller.Id))
        {
            if (await offerReader.View(offer) is { } view) open.Add(view);
        }
        var chats = new List<ThreadSnapshot>();
        foreach (var thread in await threads.With(caller.Id)) chats.Add(await reader.Snapshot(thread, 0, caller.Id));
        return new(me.AsPerson(), caller.Site.Name, caller.Site.Accent, caller.Site.OriginList, caller.Site.Topics.Known, me.Roles.Split(' '), ThreadNews.Status(me), open, chats);
    }
}
