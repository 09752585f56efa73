using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>A person with an account on a site, in one or more roles.</summary>
public sealed record Member
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public string Email { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>Hash, or null until an invitation was accepted.</summary>
    public string? Password { get; init; }

    /// <summary>Of <see cref="Contracts.Roles"/>, separated by spaces.</summary>
    public string Roles { get; init; } = "";

    /// <summary>Two-letter languages spoken, separated by spaces.</summary>
    public string Languages { get; init; } = "";

    public long? CustomerSince { get; init; }
    public long Seats { get; init; }
    public long Busy { get; init; }
    public long Offered { get; init; }
    public string Intent { get; init; } = Intents.Away;
    public bool Paused { get; init; }
    public long Missed { get; init; }
    public long LastOfferedAt { get; init; }
    public long? SuspendedUntil { get; init; }

    /// <summary>Until when whatever they write for publication is looked at by a moderator first.</summary>
    public long? ProbationUntil { get; init; }

    /// <summary>The version of the charter they agreed to last; 0 for none.</summary>
    public long CharterAccepted { get; init; }

    /// <summary>Moderators told them something that they have not looked at yet.</summary>
    public bool HasWord { get; init; }

    /// <summary>Changes when every session of the member must end.</summary>
    public string SignInStamp { get; init; } = "";

    public long CreatedAt { get; init; }

    /// <summary>When they were erased: what stays is a row without a name.</summary>
    public long? ErasedAt { get; init; }

    public bool Is(string role) => Has(Roles, role);

    public bool IsStaff => Is(Contracts.Roles.Agent) || Is(Contracts.Roles.Moderator) || Is(Contracts.Roles.Admin);

    public bool Speaks(string language) => Has(Languages, language);

    // Asked of every member for every question that waits: without making an array each time.
    private static bool Has(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        foreach (var part in words.Split(' '))
        {
            if (words[part].SequenceEqual(word)) return true;
        }
        return false;
    }

    public bool SuspendedAt(long now) => SuspendedUntil > now;

    /// <summary>One of those who talk with visitors, and not shut out.</summary>
    public bool MayAnswerAt(long now) => !SuspendedAt(now) && (Is(Contracts.Roles.SuperUser) || Is(Contracts.Roles.Agent) || Is(Contracts.Roles.Admin));

    /// <summary>Their texts are reviewed before they are published, whatever the site's policy is.</summary>
    public bool OnProbationAt(long now) => ProbationUntil > now;

    /// <summary>A volunteer agrees to the charter before their first question; the shop's own people are bound otherwise.</summary>
    public bool OwesCharter(Site site) => Is(Contracts.Roles.SuperUser) && CharterAccepted < site.CharterAsked;

    /// <summary>How others may know the member; a super user who is also staff answers as a volunteer only if that is their sole role.</summary>
    public Person AsPerson() => new(
        Id.ToString(),
        // Whose name was erased is somebody, in the reader's language.
        Name == "" ? null : Name,
        new[] { Contracts.Roles.Agent, Contracts.Roles.Moderator, Contracts.Roles.Admin, Contracts.Roles.SuperUser }.First(role => Is(role) || role == Contracts.Roles.SuperUser),
        (int?)CustomerSince);
}

/// <summary>What a member chose; whether they are connected or full is derived, never stored here.</summary>
public static class Intents
{
    public const string Available = "available";
    public const string Away = "away";
}
