using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>What anybody may know of a member who has a public answer.</summary>
public sealed class Profiles(Db db)
{
    /// <summary>Nothing for whoever has no public answer, or is gone.</summary>
    public async Task<Profile?> Of(Guid site, Guid member) => await db.Find<Profile>(
        """
        select m.id, m.name, m.roles, m.created_at as since, m.thanks,
            (select count(*) from answers a join pages p on p.id = a.page where a.member = m.id and p.state = 'published' and p.hidden_at is null) as answers
        from members m where m.site = @site and m.id = @member and m.erased_at is null
        """,
        new { site, member }) is { Answers: > 0, Name.Length: > 0 } profile ? profile : null;
}

/// <summary>A pseudonym and what it did here.</summary>
public sealed record Profile
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string Roles { get; init; } = "";
    public long Since { get; init; }
    public long Thanks { get; init; }
    public long Answers { get; init; }

    public bool IsVolunteer => Roles == Contracts.Roles.SuperUser;
}
