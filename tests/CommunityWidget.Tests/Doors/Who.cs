namespace CommunityWidget.Tests.Doors;

/// <summary>Who stands at a door, as the product would know them.</summary>
[Flags]
public enum Who
{
    /// <summary>No credential, or none that is good any more.</summary>
    Nobody = 0,

    /// <summary>Of a door: open to all, those without a credential too.</summary>
    Anybody = 1,
    Visitor = 2,
    SuperUser = 4,
    Agent = 8,
    Moderator = 16,
    Admin = 32,

    /// <summary>A program whose key may read.</summary>
    ReadingKey = 64,

    /// <summary>A program whose key may read and answer, as a super user.</summary>
    AnsweringKey = 128,

    Members = SuperUser | Agent | Moderator | Admin,
    Responders = SuperUser | Agent | Admin,
    Staff = Agent | Moderator | Admin,
    Takers = Agent | Admin,
    Deciders = Moderator | Admin,
    Keys = ReadingKey | AnsweringKey,
}

/// <summary>What somebody of another site, with a good credential there and the right role, gets at a door for what belongs to this site.</summary>
public enum Foreign
{
    /// <summary>The door names something: the same answer as for what never existed.</summary>
    AsIfNone,

    /// <summary>The door names nothing: their own site's, and not a word of this one's.</summary>
    OwnSite,

    /// <summary>What anybody may see or use who knows the address or the secret.</summary>
    Public,
}

/// <summary>What is promised of one door.</summary>
/// <param name="Opens">To whom.</param>
/// <param name="Foreign">What another site's get.</param>
/// <param name="ToWhoCameBefore">To a visitor from before the site served only customers, too: what is theirs stays theirs.</param>
public sealed record DoorRow(Who Opens, Foreign Foreign, bool ToWhoCameBefore = false);
