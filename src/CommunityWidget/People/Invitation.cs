namespace CommunityWidget.People;

/// <summary>An admin's word that someone may have an account; its secret is kept as a hash only.</summary>
public sealed record Invitation
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }

    /// <summary>Empty for the first admin of an installation, who names theirs on arrival.</summary>
    public string Email { get; init; } = "";

    public string Name { get; init; } = "";
    public string Roles { get; init; } = "";
    public string Languages { get; init; } = "";

    /// <summary>Topic ids they answer, separated by spaces.</summary>
    public string Topics { get; init; } = "";

    public Guid? InvitedBy { get; init; }
    public long CreatedAt { get; init; }
    public long ExpiresAt { get; init; }
    public long? UsedAt { get; init; }
    public long? WithdrawnAt { get; init; }
}

/// <summary>Body of <c>POST /api/invitations</c>.</summary>
/// <param name="Email">Whom.</param>
/// <param name="Name">What they are called until they choose.</param>
/// <param name="Roles">Of <see cref="Contracts.Roles"/>, at least one.</param>
/// <param name="Languages">Two-letter languages they speak; null means the site's first.</param>
/// <param name="Topics">Ids of the site's topics they answer.</param>
public sealed record InvitationRequest(
    string? Email,
    string? Name,
    IReadOnlyList<string>? Roles,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyList<string>? Topics = null);

/// <summary>Answer of <c>POST /api/invitations</c>.</summary>
/// <param name="Link">Shown this once; good for one use.</param>
/// <param name="ExpiresAt">Unix milliseconds, UTC.</param>
public sealed record InvitationLink(string Link, long ExpiresAt);
