namespace CommunityWidget.Contracts.SuperUsers;

/// <summary>What a super user's console may call on <c>/hubs/super-user</c>. Every write names the <c>fence</c> the caller last saw.</summary>
public interface ISuperUserHub
{
    /// <summary>Sets the member's intent. Away withdraws open offers; live conversations stay.</summary>
    Task<Reply<MemberStatus>> SetAvailable(bool available);

    /// <summary>Accepts an open offer: the first one wins, everyone else's offer ends in the same step.</summary>
    Task<Reply<ThreadSnapshot>> Accept(string offerId);

    /// <summary>Not for me: never asked again for this question.</summary>
    Task<Reply<Done>> Decline(string offerId);

    /// <summary>Takes a <c>Decline</c> back while the offer's time is not up and nobody took the question: it is open again until its old deadline.</summary>
    Task<Reply<OfferView>> UndoDecline(string offerId);

    /// <summary>Takes a parked thread (an agent: any waiting one too) while its visitor is there. <see cref="Refusals.GivenToAnother"/> where it is somebody else's who is there. A helper of a live one takes it over.</summary>
    Task<Reply<ThreadSnapshot>> Take(string threadId);

    /// <summary>Joins a live conversation beside its responder: the helper reads and writes, and holds no seat. Joining twice is joining once.</summary>
    Task<Reply<ThreadSnapshot>> Join(string threadId);

    /// <summary>Asks one member into a live conversation, or whoever knows a topic (up to four): <see cref="Refusals.NobodyToAsk"/> when none is there.</summary>
    Task<Reply<HelpAsked>> AskIn(HelpWanted wanted);

    /// <summary>Comes to help where one was asked in: joined as by <c>Join</c>.</summary>
    Task<Reply<ThreadSnapshot>> AcceptHelp(string callId);

    /// <summary>Does not come; whoever asked is told.</summary>
    Task<Reply<Done>> DeclineHelp(string callId);

    /// <summary>Tells the responder what could be said, without a word to the visitor. Helpers only.</summary>
    Task<Reply<ThreadEvent>> Suggest(MemberMessage message);

    /// <summary>Sends a message; answered after it is committed.</summary>
    Task<Reply<ThreadEvent>> Send(MemberMessage message);

    /// <summary>The thread's state and every event after <paramref name="after"/>.</summary>
    Task<Reply<ThreadSnapshot>> Resume(string threadId, long after);

    /// <summary>Says that the member is writing; not stored. Send at most every 3 s.</summary>
    Task Typing(string threadId);

    /// <summary>Says that everything up to <paramref name="seq"/> was on the screen.</summary>
    Task Seen(string threadId, long seq);

    /// <summary>The responder gives the conversation back: it goes to others, its age and history kept. A helper only leaves it. Whoever was given a parked question gives it back to everybody.</summary>
    Task<Reply<Done>> Release(string threadId, long fence);

    /// <summary>Offers the conversation to one member for 15 s, then to the ladder. <see cref="Refusals.NotReachable"/> if they are away or full. An agent gives a parked question to whoever may answer it, also while they are away: it is theirs until it falls free.</summary>
    Task<Reply<Done>> Transfer(string threadId, long fence, string memberId);

    /// <summary>Ends the conversation.</summary>
    Task<Reply<Done>> End(string threadId, long fence);

    /// <summary>Takes an <c>End</c> of one's own back within 10 s, while nothing has happened since: the conversation is live again.</summary>
    Task<Reply<ThreadSnapshot>> UndoEnd(string threadId);
}
