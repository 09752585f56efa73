namespace CommunityWidget.Contracts.Visitors;

/// <summary>What a visitor's widget may call on <c>/hubs/visitor</c>. The thread must be the caller's own, else <see cref="Refusals.NotFound"/>.</summary>
public interface IVisitorHub
{
    /// <summary>Asks a question. If one of the visitor's is waiting or live already, that one comes back with <c>existing: true</c> and nothing is stored. POST twin: <c>POST /api/threads</c>.</summary>
    Task<Reply<AskReply>> Ask(AskRequest request);

    /// <summary>Sends a message; answered after it is committed. POST twin: <c>POST /api/threads/{id}/events</c>.</summary>
    Task<Reply<ThreadEvent>> Send(VisitorMessage message);

    /// <summary>The thread's state and every event after <paramref name="after"/>. Twin: <c>GET /api/threads/{id}/events?after=SEQ</c>.</summary>
    Task<Reply<ThreadSnapshot>> Resume(string threadId, long after);

    /// <summary>Says that the visitor is writing; not stored. Send at most every 3 s.</summary>
    Task Typing(string threadId);

    /// <summary>Says that everything up to <paramref name="seq"/> was on the screen.</summary>
    Task Seen(string threadId, long seq);

    /// <summary>Ends the conversation, or withdraws a question nobody took yet.</summary>
    Task<Reply<Done>> End(string threadId);

    /// <summary>Rates a conversation somebody answered; may be changed later.</summary>
    Task<Reply<Done>> Rate(RatingRequest request);

    /// <summary>Leaves an e-mail address for the answer to a thread that is not closed.</summary>
    Task<Reply<Done>> LeaveEmail(string threadId, string address);
}
