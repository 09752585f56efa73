namespace CommunityWidget.People;

/// <summary>What a route or hub method lets its caller do. Each one carries exactly one, by <see cref="AllowAttribute"/>; <see cref="Access"/> decides.</summary>
public enum Permission
{
    /// <summary>No credential needed: the widget's configuration, a new visitor, sign-in.</summary>
    Anyone,

    /// <summary>A visitor on their own threads.</summary>
    Ask,

    /// <summary>A visitor or member, on threads they may read.</summary>
    Read,

    /// <summary>A visitor, on their own threads; of the members only those who answer.</summary>
    Write,

    /// <summary>Any member: their own console.</summary>
    OwnConsole,

    /// <summary>Super users and agents: offers and conversations.</summary>
    Answer,

    /// <summary>Agents, moderators and admins, looking at the inbox: asked for at every change and changing nothing, so written down once in a while.</summary>
    SeeInbox,

    /// <summary>Agents and admins: questions the community could not take.</summary>
    TakeWaiting,

    /// <summary>Agents, moderators and admins: asking a visitor to pause.</summary>
    Silence,

    /// <summary>Moderators and admins.</summary>
    Moderate,

    /// <summary>A program with a key that may read.</summary>
    ReadByKey,

    /// <summary>A program with a key that may answer.</summary>
    AnswerByKey,

    /// <summary>Admins, looking at what is going on: asked for every few seconds and changing nothing, so not written down.</summary>
    Oversee,

    /// <summary>Admins.</summary>
    Administer,
}

/// <summary>Stands on every hub method and, as metadata, on every route.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(Permission permission) : Attribute
{
    public Permission Permission => permission;
}
