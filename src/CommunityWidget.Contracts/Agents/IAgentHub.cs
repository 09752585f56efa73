using CommunityWidget.Contracts.SuperUsers;

namespace CommunityWidget.Contracts.Agents;

/// <summary>What an agent's inbox may call on <c>/hubs/agent</c>: all a super user may, and <c>Take</c> of waiting questions. Moderators and admins join it for live lists.</summary>
public interface IAgentHub : ISuperUserHub
{
    /// <summary>Says that a note is being written: only the shop's own people hear it. Not stored. Send at most every 3 s.</summary>
    Task TypingNote(string threadId);
}

/// <summary>What the server may push to an inbox.</summary>
public interface IAgentClient : ISuperUserClient
{
    /// <summary>A thread of the site's inbox changed.</summary>
    Task InboxChanged(InboxChange change);
}
