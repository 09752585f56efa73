using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Who makes a request, already known to be who they say: exactly one of the three.</summary>
public abstract record Caller(Site Site, Guid Id);

public sealed record VisitorCaller(Site Site, Visitor Visitor) : Caller(Site, Visitor.Id);

/// <param name="Site">Where they are.</param>
/// <param name="Member">Who they are.</param>
/// <param name="ByKey">A program speaks for them.</param>
public sealed record MemberCaller(Site Site, Member Member, bool ByKey = false) : Caller(Site, Member.Id)
{
    /// <summary>The browser session they came by: once that signs out, this is nobody.</summary>
    public Guid? Browser { get; init; }
}

/// <summary>A program of the site, acting as one of its members within what its key may.</summary>
public sealed record KeyCaller(Site Site, Member Member, ApiKey Key) : Caller(Site, Member.Id)
{
    public MemberCaller AsMember => new(Site, Member, ByKey: true);
}
