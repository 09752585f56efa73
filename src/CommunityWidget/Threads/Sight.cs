using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>Who may see what of an event: the whole, without personal data, or its place only.</summary>
public static class Sight
{
    /// <param name="happened">The whole event.</param>
    /// <param name="masked">What it says without personal data; null where there is none.</param>
    /// <param name="authorId">Who caused it.</param>
    /// <param name="to">Who reads.</param>
    public static ThreadEvent Of(ThreadEvent happened, string? masked, Guid? authorId, Onlooker to)
    {
        if (Hides(happened, authorId, to)) return ThreadReader.PlaceOf(happened);
        // Words a moderator took away from beside the stars.
        if (happened is { Kind: EventKinds.Rating, Verdict: Verdicts.Refused } && authorId != to.Id && !to.Decides) return happened with { Text = null };
        return masked is null || SeesAll(happened, authorId, to) ? happened : happened with { Text = masked };
    }

    /// <summary>True for events that look the same to everybody who may read the thread.</summary>
    public static bool IsSameForAll(string kind, string audience, string? masked, string? verdict) => kind != EventKinds.Hold && verdict != Verdicts.Refused && audience == Audiences.All && masked is null;

    // What is held waits for whoever decides; its author knows what they wrote.
    private static bool Hides(ThreadEvent happened, Guid? authorId, Onlooker to) => happened switch
    {
        { Kind: EventKinds.Hold } => authorId != to.Id && !to.Decides,
        { Audience: Audiences.Staff } => !to.IsStaff,
        { Audience: Audiences.Members } => to.IsVisitor,
        _ => false,
    };

    // The shop's own people need an order number; what they write themselves is the shop's to tell its customer.
    private static bool SeesAll(ThreadEvent happened, Guid? authorId, Onlooker to) =>
        authorId == to.Id || to.IsStaff || (to.IsVisitor && happened.Author?.Kind is Roles.Agent or Roles.Moderator or Roles.Admin);
}

/// <summary>Somebody who reads events.</summary>
/// <param name="Id">A visitor or member.</param>
/// <param name="IsVisitor">Whose question it is.</param>
/// <param name="IsStaff">One of the shop's own people.</param>
/// <param name="Decides">A moderator or admin.</param>
public sealed record Onlooker(Guid Id, bool IsVisitor = false, bool IsStaff = false, bool Decides = false)
{
    public static Onlooker Of(Member member) => new(member.Id, IsStaff: member.IsStaff, Decides: member.Is(Roles.Moderator) || member.Is(Roles.Admin));
}
