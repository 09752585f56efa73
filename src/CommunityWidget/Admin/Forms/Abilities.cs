using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>What somebody may do and knows, as ticked.</summary>
public sealed class Abilities
{
    private static readonly string[] KnownRoles = [Contracts.Roles.SuperUser, Contracts.Roles.Agent, Contracts.Roles.Moderator, Contracts.Roles.Admin];

    public List<string> Roles { get; set; } = [];
    public List<string> Languages { get; set; } = [];
    public List<string> Topics { get; set; } = [];

    /// <summary>On a settings record; topics that are no longer offered stay as they were.</summary>
    public Reading<MemberSettings> Read(Site site, MemberSettings before)
    {
        var (roles, languages) = (KnownRoles.Intersect(Roles).ToList(), Languages.Where(Language.IsKnown).Distinct().ToList());
        var faults = new List<Fault>();
        if (roles.Count == 0) faults.Add(new("roles", "roles_none"));
        if (languages.Count == 0) faults.Add(new("languages", "languages_none"));
        if (faults.Count > 0) return faults;
        var offered = site.Topics.List.Select(topic => topic.Id).ToList();
        var kept = before.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(offered);
        return before with
        {
            Roles = string.Join(' ', roles),
            Languages = string.Join(' ', languages),
            Topics = string.Join(' ', offered.Intersect(Topics).Concat(kept).Order(StringComparer.Ordinal)),
        };
    }
}
