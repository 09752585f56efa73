using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Who makes a request, already known to be who they say: exactly one of the two.</summary>
public abstract record Caller(Site Site, Guid Id);

public sealed record VisitorCaller(Site Site, Visitor Visitor) : Caller(Site, Visitor.Id);

public sealed record MemberCaller(Site Site, Member Member) : Caller(Site, Member.Id);
