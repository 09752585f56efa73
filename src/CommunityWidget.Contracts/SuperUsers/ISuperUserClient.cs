namespace CommunityWidget.Contracts.SuperUsers;

/// <summary>What the server may push to a member's console.</summary>
public interface ISuperUserClient
{
    /// <summary>A new event of a thread the member takes part in.</summary>
    Task Event(ThreadEvent happened);

    /// <summary>The visitor is writing, or somebody of ours: in a thread the member takes part in, or an answer to a parked question. Show it for 5 s.</summary>
    Task Typing(Visitors.TypingNotice notice);

    /// <summary>The visitor, or the responder on any of their pages, has seen everything up to a <c>seq</c>.</summary>
    Task Seen(Visitors.SeenNotice notice);

    /// <summary>The heartbeat of a thread the member takes part in: whoever knows less than this <c>seq</c> resumes.</summary>
    Task Head(Visitors.HeadNotice notice);

    /// <summary>A question is offered to this member.</summary>
    Task OfferMade(OfferView offer);

    /// <summary>An offer ended without this member accepting it here.</summary>
    Task OfferEnded(OfferEnded ended);

    /// <summary>Availability, seats or pause changed.</summary>
    Task StatusChanged(MemberStatus status);

    /// <summary>Somebody asks this member into a conversation.</summary>
    Task HelpCalled(HelpCallView call);

    /// <summary>A call for help ended.</summary>
    Task HelpCallEnded(HelpCallEnded ended);

    /// <summary>Somebody this member called for help came, declined or did not answer.</summary>
    Task HelpCallAnswered(HelpCallAnswer answer);

    /// <summary>The list of questions that may be taken changed: fetch <c>GET /api/waiting</c> anew.</summary>
    Task WaitingChanged();
}
