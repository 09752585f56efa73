using CommunityWidget.Contracts;

namespace CommunityWidget.People;

/// <summary>The one place that decides who may do what, and writes down what it decided where that matters.</summary>
public sealed class Access(AuditLog audit, ReadLog reads)
{
    // Lists that show what others said, and how a look at them is called in the audit; of a search its words are not written down.
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["GET /api/inbox"] = "inbox.read",
        ["POST /api/inbox/search"] = "inbox.searched",
        ["GET /api/live"] = "live.read",
        ["GET /api/waiting"] = Waiting,
    };

    // A volunteer is shown what they may take.
    private const string Waiting = "waiting.read";

    /// <summary>Null when allowed.</summary>
    public Refusal? Check(Caller? caller, Permission permission) => permission == Permission.Anyone ? null : caller switch
    {
        null => Refusals.NotSignedIn,
        VisitorCaller => permission is Permission.Ask or Permission.Read or Permission.Write ? null : Refusals.NotAllowed,
        KeyCaller key => May(key, permission) ? null : Refusals.NotAllowed,
        MemberCaller { Member: var member } => May(member, permission) ? null : Refusals.NotAllowed,
        _ => Refusals.NotAllowed,
    };

    /// <summary>
    /// Checks and records: every refusal of a member, every use of a power over others. What cannot be recorded is not allowed.
    /// </summary>
    /// <param name="caller">Who.</param>
    /// <param name="permission">What for.</param>
    /// <param name="action">Route or hub method.</param>
    /// <param name="subject">Public id of what it is done to.</param>
    public async ValueTask<Refusal?> Authorize(Caller? caller, Permission permission, string action, string? subject)
    {
        var refusal = Check(caller, permission);
        if (caller is KeyCaller program && permission == Permission.AnswerByKey)
            return await audit.Write(program.AsMember, $"{action} {program.Key.Prefix}", subject, allowed: refusal is null) is { } kept ? refusal ?? kept : refusal;
        if (caller is KeyCaller reader && refusal is null) return await reads.Saw(reader, action, subject);
        if (caller is MemberCaller looks && refusal is null && subject is not null && (permission is Permission.SeeInbox or Permission.Oversee)) return await reads.Saw(looks, action, subject);
        if (caller is MemberCaller lists && refusal is null && Lists.TryGetValue(action.TrimEnd('/'), out var list) && (list != Waiting || lists.Member.IsStaff)) return await reads.Saw(lists, list, subject: null);
        if (caller is not MemberCaller member || (refusal is null && !IsPower(permission))) return refusal;
        var unrecorded = await audit.Write(member, action, subject, allowed: refusal is null);
        return refusal ?? unrecorded;
    }

    private static bool IsPower(Permission permission) =>
        permission is Permission.TakeWaiting or Permission.Silence or Permission.Moderate or Permission.Administer;

    private static bool May(KeyCaller caller, Permission permission) => permission switch
    {
        Permission.ReadByKey => caller.Key.May(ApiKey.Read),
        Permission.AnswerByKey => caller.Key.May(ApiKey.Answer) && May(caller.Member, Permission.Answer),
        _ => false,
    };

    private static bool May(Member member, Permission permission) => permission switch
    {
        Permission.Read or Permission.OwnConsole => true,
        Permission.Answer or Permission.Write => member.Is(Roles.SuperUser) || member.Is(Roles.Agent) || member.Is(Roles.Admin),
        Permission.SeeInbox or Permission.Silence => member.IsStaff,
        Permission.TakeWaiting => member.Is(Roles.Agent) || member.Is(Roles.Admin),
        Permission.Moderate => member.Is(Roles.Moderator) || member.Is(Roles.Admin),
        Permission.Oversee or Permission.Administer => member.Is(Roles.Admin),
        _ => false,
    };
}
