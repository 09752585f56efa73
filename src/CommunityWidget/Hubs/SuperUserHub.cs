using CommunityWidget.Contracts.SuperUsers;

namespace CommunityWidget.Hubs;

/// <summary>A super user's socket.</summary>
public sealed class SuperUserHub(MemberDoors doors) : MemberHub<ISuperUserClient>(doors);
