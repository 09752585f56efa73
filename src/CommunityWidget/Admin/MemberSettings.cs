using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>What an admin may change of a member; kept as JSON in the audit.</summary>
public sealed record MemberSettings
{
    public string Roles { get; init; } = "";
    public string Languages { get; init; } = "";

    /// <summary>Topic ids in order, separated by spaces.</summary>
    public string Topics { get; init; } = "";
    public long Seats { get; init; }
    public long? CustomerSince { get; init; }
    public long? SuspendedUntil { get; init; }

    public static MemberSettings Of(Member member, IEnumerable<string> topics) => new()
    {
        Roles = member.Roles,
        Languages = member.Languages,
        Topics = string.Join(' ', topics.Order(StringComparer.Ordinal)),
        Seats = member.Seats,
        CustomerSince = member.CustomerSince,
        SuspendedUntil = member.SuspendedUntil,
    };

    public Member On(Member member) => member with
    {
        Roles = Roles,
        Languages = Languages,
        Seats = Seats,
        CustomerSince = CustomerSince,
        SuspendedUntil = SuspendedUntil,
    };
}
