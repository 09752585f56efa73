namespace CommunityWidget.Contracts.Visitors;

/// <summary>What became of a visitor's conversation on its way to a public page. Source: <c>GET /api/threads/{id}/consent</c>.</summary>
/// <param name="Given">The visitor agrees to its publication now.</param>
/// <param name="Version">The sentence they agreed to, or null.</param>
/// <param name="Asked">The version that is shown now, to be named by whoever agrees.</param>
/// <param name="Publication"><c>none, review, published, rejected</c> or <c>withdrawn</c>; where it was found to repeat a page on which its answers stand now, what is true of them there.</param>
/// <param name="Page">Address of the public page, while there is one.</param>
public sealed record ConsentView(bool Given, string? Version, string Asked, string Publication, string? Page);

/// <summary>Body of <c>POST /api/threads/{id}/consent</c>.</summary>
/// <param name="Given">True agrees; false takes it back, and a page that was made is gone at once.</param>
/// <param name="Version">When agreeing: the version of the sentence the visitor read.</param>
public sealed record ConsentRequest(bool Given, string? Version = null);

/// <summary>A visitor's conversations that are public or may become so, newest first. Source: <c>GET /api/visitors/me/conversations</c>.</summary>
/// <param name="Conversations">A hundred at most; those that are public never give way to others.</param>
public sealed record OwnConversations(IReadOnlyList<OwnConversation> Conversations);

/// <summary>One conversation of a visitor's own that is public or may become so.</summary>
/// <param name="ThreadId">Its number.</param>
/// <param name="Question">The beginning of what was asked; null where nothing is left of it.</param>
/// <param name="AskedAt">In milliseconds since 1970.</param>
/// <param name="Consent">What became of it, and whether its visitor agrees.</param>
public sealed record OwnConversation(string ThreadId, string? Question, long AskedAt, ConsentView Consent);

/// <summary>The answers on the public page made of a visitor's question, in the page's order; none while there is no page. Source: <c>GET /api/threads/{id}/answers</c>.</summary>
/// <param name="Answers">Those anybody can read.</param>
public sealed record PublishedAnswers(IReadOnlyList<PublishedAnswer> Answers);

/// <summary>One answer of a public page.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Text">As it is shown there.</param>
/// <param name="Author">Pseudonym; null once its author is erased.</param>
/// <param name="Accepted">It stands first.</param>
public sealed record PublishedAnswer(string Id, string Text, string? Author, bool Accepted);

/// <summary>Body of <c>POST /api/threads/{id}/answers</c>: which answer it was.</summary>
/// <param name="Answer">Its id.</param>
public sealed record AcceptRequest(string? Answer);
