using CommunityWidget.Contracts.Agents;
using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>An agent's socket; moderators and admins join it for live lists.</summary>
public sealed class AgentHub(MemberDoors doors) : MemberHub<IAgentClient>(doors), IAgentHub
{
    public override async Task OnConnectedAsync()
    {
        var caller = Context.Member();
        if (caller.Member.IsStaff) await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Inbox(caller.Site.Id));
        await base.OnConnectedAsync();
    }

    [Allow(Permission.Answer)]
    public Task TypingNote(string threadId) => Doors.Watch.TypingNote(Context.Member(), threadId);
}
