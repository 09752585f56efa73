namespace CommunityWidget.Contracts.Visitors;

/// <summary>A visitor's question and what travels with it.</summary>
/// <param name="Key">Client key of this ask, unique per visitor: resent, never doubled. In the POST twin the <c>Idempotency-Key</c> header wins.</param>
/// <param name="Text">The question; limits in <see cref="Limits"/>.</param>
/// <param name="Name">What the visitor wants to be called; may be null.</param>
/// <param name="Language">Two letters; a language the site does not have becomes its first one.</param>
/// <param name="Topic">Topic id of the site; an unknown one is dropped.</param>
/// <param name="Page">The page it is asked on.</param>
/// <param name="Product">The product it is about.</param>
public sealed record AskRequest(
    string? Key,
    string? Text,
    string? Name = null,
    string? Language = null,
    string? Topic = null,
    PageContext? Page = null,
    ProductContext? Product = null);

/// <summary>The stored question.</summary>
/// <param name="Thread">The thread with all its events.</param>
/// <param name="Existing">True when the visitor's open thread came back instead: the client moves its text to the Message box.</param>
public sealed record AskReply(ThreadSnapshot Thread, bool Existing);

/// <summary>A visitor's message.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Key">Client key of this message.</param>
/// <param name="Text">Limits in <see cref="Limits"/>.</param>
/// <param name="Reopen">True after the visitor pressed <em>Continue</em> on a closed thread.</param>
public sealed record VisitorMessage(string ThreadId, string? Key, string? Text, bool Reopen = false);

/// <summary>A visitor's verdict on a conversation.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Words">A few words, or null; same limits as a message.</param>
/// <param name="MayPublish">Ticked by the visitor: the conversation may become a public answer page, names left out.</param>
/// <param name="Consent">Version of the sentence beside that box; null is the first one.</param>
public sealed record RatingRequest(string ThreadId, int Stars, string? Words = null, bool MayPublish = false, string? Consent = null);

/// <summary>Someone is writing.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Who">Who.</param>
public sealed record TypingNotice(string ThreadId, Person Who);

/// <summary>Someone has seen events.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Seq">Everything up to here.</param>
/// <param name="ByVisitor">True when it was the visitor, false when it was the responder.</param>
public sealed record SeenNotice(string ThreadId, long Seq, bool ByVisitor);

/// <summary>Helpers can be looked for no more, or again. Told to visitors whose thread waits; a snapshot says the same.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Paused">True when nobody new can be asked now; the question is kept.</param>
public sealed record SearchNotice(string ThreadId, bool Paused);

/// <summary>The newest <c>seq</c> of a thread in which something happened lately, told again and again so that a lost last event shows too. Source: every 10 s, for a little while after each event.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Seq">The thread's newest event.</param>
public sealed record HeadNotice(string ThreadId, long Seq);
