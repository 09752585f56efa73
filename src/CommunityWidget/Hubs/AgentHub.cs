using CommunityWidget.Contracts.Agents;

namespace CommunityWidget.Hubs;

/// <summary>An agent's socket; moderators and admins join it for live lists.</summary>
public sealed class AgentHub(MemberDoors doors) : MemberHub<IAgentClient>(doors), IAgentHub;
