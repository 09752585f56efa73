namespace CommunityWidget.Threads;

/// <summary>One legal step of a thread: how the row looks after it, and why. Decided purely; <see cref="ThreadWriter"/> carries it out.</summary>
/// <param name="After">The row after the step, its <c>last_seq</c> not yet moved.</param>
/// <param name="Reason">The word told to both sides; the list is in <see cref="Contracts.StatusChange"/>.</param>
/// <param name="Kind"><c>status</c>, or <c>rung</c> when only the rung moved.</param>
/// <param name="Joins">A member who comes to help.</param>
/// <param name="Leaves">A helper who goes.</param>
/// <param name="Audience">Whose business it is.</param>
public sealed record ThreadStep(
    ThreadRecord After, string Reason, string Kind = Contracts.EventKinds.Status, Guid? Joins = null, Guid? Leaves = null, string Audience = Contracts.Audiences.All);

/// <summary>Who causes a step or writes an event.</summary>
public sealed record Actor(string Kind, Guid? Id)
{
    public static readonly Actor System = new("system", null);

    public static Actor Visitor(Guid id) => new("visitor", id);

    public static Actor Member(Guid id) => new("member", id);
}
