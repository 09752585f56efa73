using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Numbers.Reports;

/// <summary>How many of the super users took part.</summary>
/// <param name="Registered">Super users the site has and had before the period ended.</param>
/// <param name="Joined">Of them, who became members in the period.</param>
/// <param name="Available">Of them, who could be asked at least once.</param>
/// <param name="Active">Of them, who took a question, wrote in one or helped.</param>
/// <param name="Returning">Of the active, who were active in the period before too.</param>
public sealed record Participation(int Registered, int Joined, int Available, int Active, int Returning)
{
    public static Participation Of(
        IEnumerable<Member> people, Span span, IReadOnlyCollection<Guid> available, IReadOnlyCollection<Guid> active, IReadOnlyCollection<Guid> activeBefore)
    {
        var registered = people.Where(m => m.Is(Roles.SuperUser) && m.CreatedAt < span.To).ToList();
        var (there, did, before) = (available.ToHashSet(), active.ToHashSet(), activeBefore.ToHashSet());
        return new(
            registered.Count,
            registered.Count(m => span.Has(m.CreatedAt)),
            registered.Count(m => there.Contains(m.Id)),
            registered.Count(m => did.Contains(m.Id)),
            registered.Count(m => did.Contains(m.Id) && before.Contains(m.Id)));
    }
}
