namespace CommunityWidget.Contracts.Visitors;

/// <summary>What the server may push to a visitor's widget. A push is a hint: a gap in <c>seq</c> is fetched by <c>Resume</c>.</summary>
public interface IVisitorClient
{
    /// <summary>A new event of the visitor's thread.</summary>
    Task Event(ThreadEvent happened);

    /// <summary>The responder is writing; show it for 5 s.</summary>
    Task Typing(TypingNotice notice);

    /// <summary>The responder, or the visitor on another page, has seen everything up to a <c>seq</c>.</summary>
    Task Seen(SeenNotice notice);

    /// <summary>Helpers can be looked for no more, or again.</summary>
    Task Search(SearchNotice notice);

    /// <summary>The heartbeat of the visitor's thread: whoever knows less than this <c>seq</c> resumes.</summary>
    Task Head(HeadNotice notice);
}
