using CommunityWidget.Contracts;

namespace CommunityWidget.People;

/// <summary>The one place that decides who may do what.</summary>
public sealed class Access
{
    /// <summary>Null when allowed.</summary>
    public Refusal? Check(Caller? caller, Permission permission) => permission == Permission.Anyone ? null : caller switch
    {
        null => Refusals.NotSignedIn,
        VisitorCaller => permission is Permission.Ask or Permission.Read ? null : Refusals.NotAllowed,
        MemberCaller { Member: var member } => May(member, permission) ? null : Refusals.NotAllowed,
        _ => Refusals.NotAllowed,
    };

    private static bool May(Member member, Permission permission) => permission switch
    {
        Permission.Read or Permission.OwnConsole => true,
        Permission.Answer => member.Is(Roles.SuperUser) || member.Is(Roles.Agent) || member.Is(Roles.Admin),
        Permission.TakeWaiting => member.Is(Roles.Agent) || member.Is(Roles.Admin),
        Permission.Moderate => member.Is(Roles.Moderator) || member.Is(Roles.Admin),
        Permission.Administer => member.Is(Roles.Admin),
        _ => false,
    };
}
