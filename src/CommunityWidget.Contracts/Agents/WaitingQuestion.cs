namespace CommunityWidget.Contracts.Agents;

/// <summary>One line of the list "Waiting questions". Source: <c>GET /api/waiting</c>: what waits for agents, then what is parked, each oldest first; super users see parked ones only. What was given to somebody else is left out, but while its visitor is there and they are not.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="State"><c>waiting</c> or <c>parked</c>.</param>
/// <param name="Rung">One of <see cref="RungKinds"/>.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">Topic id, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="Visitor">Who asks.</param>
/// <param name="Page">Where from.</param>
/// <param name="Product">About what.</param>
/// <param name="VisitorHere">True while the visitor's widget was heard from in the last 35 s.</param>
/// <param name="Tried">How many super users were asked so far.</param>
/// <param name="Assignee">To whom it was given: the reader, or somebody who is away while its visitor is there; null for everybody.</param>
public sealed record WaitingQuestion(
    string ThreadId,
    string State,
    string Rung,
    string Text,
    string Language,
    string? Topic,
    long AskedAt,
    Person Visitor,
    PageContext? Page,
    ProductContext? Product,
    bool VisitorHere,
    int Tried,
    Person? Assignee);
