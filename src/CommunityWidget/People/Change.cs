namespace CommunityWidget.People;

/// <summary>One entry of the audit; for a change also what it was and what it became.</summary>
public sealed record Change
{
    /// <summary>Ten seconds, and two for the way.</summary>
    public const long UndoWithinMs = 12_000;

    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public long At { get; init; }
    public Guid? Actor { get; init; }

    /// <summary><c>member</c>; <c>visitor</c> or <c>reader</c> for what somebody did to their own; <c>operator</c>.</summary>
    public string ActorKind { get; init; } = "member";

    /// <summary>What was changed, such as <c>site.origins</c> or <c>member.roles</c>; for the rest of the audit, the route or hub method.</summary>
    public string Action { get; init; } = "";

    /// <summary>The member or invitation it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary><c>changed</c>; <c>allowed</c> or <c>refused</c>; <c>read</c>.</summary>
    public string Outcome { get; init; } = "";
    public string? Was { get; init; }
    public string? Became { get; init; }
    public long? UndoneAt { get; init; }

    public bool MayBeUndoneAt(long now) => UndoneAt is null && now - At <= UndoWithinMs;
}
