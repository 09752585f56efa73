using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;

namespace CommunityWidget.Notices;

/// <summary>Everything we ever push, one method each. Called after commit only; a lost push is fetched by <c>seq</c>.</summary>
public interface INotices
{
    /// <summary>A new event, to whoever is part of the thread; who may not see it gets its place only, who may not see personal data the masked text.</summary>
    Task Event(ThreadParties parties, ThreadEvent happened);

    /// <summary>The visitor or a member is writing: told to everyone else in the thread.</summary>
    Task Typing(ThreadParties parties, TypingNotice notice);

    /// <summary>The visitor or the responder has seen events: told to the other side, and to other pages of one's own.</summary>
    Task Seen(ThreadParties parties, SeenNotice notice);

    /// <summary>The heartbeat: the newest <c>seq</c> of a thread, to whoever is part of it and connected to this node; the others tell theirs.</summary>
    Task Head(ThreadParties parties, HeadNotice notice);

    /// <summary>Whether anybody who is part of the thread is connected to this node.</summary>
    bool IsAnybodyHere(ThreadParties parties, string threadId);

    /// <summary>What an event says by now, in case the push of its change got lost: to whoever is part of it and connected to this node; the others tell theirs.</summary>
    Task EventAgain(ThreadParties parties, ThreadEvent happened);

    /// <summary>Helpers can be looked for no more, or again: told to a visitor whose thread waits.</summary>
    Task Search(Guid visitor, SearchNotice notice);

    Task OfferMade(Guid member, OfferView offer);

    /// <summary>An open offer once more, in case its push got lost: to the member's consoles connected to this node; the others tell theirs.</summary>
    Task OfferStands(Guid member, OfferView offer);

    Task OfferEnded(Guid member, OfferEnded ended);

    /// <summary>Somebody is asked into a conversation.</summary>
    Task HelpCalled(Guid member, HelpCallView call);

    /// <summary>That is over: told to whoever was asked.</summary>
    Task HelpCallEnded(Guid member, HelpCallEnded ended);

    /// <summary>What became of it: told to whoever asked.</summary>
    Task HelpCallAnswered(Guid asker, HelpCallAnswer answer);

    Task StatusChanged(Guid member, MemberStatus status);

    /// <summary>The lists of questions to take on a site changed.</summary>
    Task WaitingChanged(Guid site);

    /// <summary>A line of a site's inbox changed: told to the shop's own people.</summary>
    Task InboxChanged(Guid site, InboxChange change);

    /// <summary>Somebody writes a note, or an answer to a question that only the shop's own people see: told to them, so that not two do.</summary>
    Task TeamTyping(Guid site, TypingNotice notice);

    /// <summary>Somebody writes an answer to a parked question: told to all who may answer it, the site's super users too.</summary>
    Task AnswerTyping(Guid site, TypingNotice notice);
}

/// <summary>Who is part of a thread.</summary>
/// <param name="Visitor">Who asked.</param>
/// <param name="Members">Current responder and helpers.</param>
/// <param name="Author">Who caused the event and when told gets their own client key back; null for the system.</param>
/// <param name="Key">That client key.</param>
public sealed record ThreadParties(Guid Visitor, IReadOnlyList<Guid> Members, Guid? Author = null, string? Key = null)
{
    /// <summary>The visitor may have come by a mail's link.</summary>
    public bool ByLink { get; init; }

    /// <summary>Those of the members who are the shop's own people; known where an event does not look the same to everybody.</summary>
    public IReadOnlyList<Guid> Staff { get; init; } = [];

    /// <summary>Those who decide what is held.</summary>
    public IReadOnlyList<Guid> Moderators { get; init; } = [];

    /// <summary>What those read who may not see personal data; null where there is none.</summary>
    public string? Masked { get; init; }
}
