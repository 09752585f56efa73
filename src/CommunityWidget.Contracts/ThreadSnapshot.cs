namespace CommunityWidget.Contracts;

/// <summary>A thread as one reader may see it: its present state and the events after the <c>seq</c> the reader named.</summary>
/// <param name="ThreadId">Public id, 10 characters, not guessable in order.</param>
/// <param name="State">One of <see cref="ThreadStates"/>.</param>
/// <param name="Rung">One of <see cref="RungKinds"/>: where it stands, or stood when it was taken.</param>
/// <param name="Fence">Number that grows with every change of responder, closing and reopening, and when a parked question is given to somebody. Members name it in every write.</param>
/// <param name="HeadSeq">The newest event's <c>seq</c>. Events are numbered 1, 2, 3… without gaps.</param>
/// <param name="Language">Two-letter language of the question.</param>
/// <param name="Topic">Topic id of the site, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="Visitor">Who asked, as members may know them.</param>
/// <param name="Responder">Who holds the thread now, or last held it.</param>
/// <param name="Helpers">Members who joined beside the responder and are still there, in the order they joined.</param>
/// <param name="Page">The page the question came from.</param>
/// <param name="Product">The product it is about, if the shop told.</param>
/// <param name="Stars">The visitor's rating, 1 to 5, or null.</param>
/// <param name="VisitorSeen">The highest <c>seq</c> the visitor has seen.</param>
/// <param name="ResponderSeen">The highest <c>seq</c> the responder has seen.</param>
/// <param name="Outcome">Why a closed thread closed: <c>ended, silent, cancelled, unanswered, refused</c>; <c>answered</c> or <c>held</c> on a parked one; else null.</param>
/// <param name="Email">True once an e-mail address was left for a later answer (the address itself is never sent back).</param>
/// <param name="EmailConfirmed">True once the link sent to that address was pressed: only then are answers sent to it.</param>
/// <param name="OpensAt">Unix milliseconds, UTC: when the shop's team is there again, while the question waits outside its opening hours; else null.</param>
/// <param name="SearchPaused">True while a waiting thread can be offered to nobody new, because the part that knows who is here is away: the question is kept and goes out as soon as it is back.</param>
/// <param name="Events">The events after the named <c>seq</c>, oldest first.</param>
public sealed record ThreadSnapshot(
    string ThreadId,
    string State,
    string Rung,
    long Fence,
    long HeadSeq,
    string Language,
    string? Topic,
    long AskedAt,
    Person Visitor,
    Person? Responder,
    IReadOnlyList<Person> Helpers,
    PageContext? Page,
    ProductContext? Product,
    int? Stars,
    long VisitorSeen,
    long ResponderSeen,
    string? Outcome,
    bool Email,
    bool EmailConfirmed,
    long? OpensAt,
    bool SearchPaused,
    IReadOnlyList<ThreadEvent> Events);

/// <summary>One numbered entry of a thread.</summary>
/// <param name="ThreadId">The thread's public id.</param>
/// <param name="Seq">Gap-free number, given in the commit that stored it.</param>
/// <param name="Kind">One of <see cref="EventKinds"/>.</param>
/// <param name="Audience">One of <see cref="Audiences"/>.</param>
/// <param name="Author">Who caused it; null for the system.</param>
/// <param name="Text">What was written; null for kinds without text.</param>
/// <param name="Status">Set on <c>status</c>, <c>rung</c> and <c>rating</c> events.</param>
/// <param name="Key">The author's client key, so that a sender recognises its own message; null for everyone else.</param>
/// <param name="At">Unix milliseconds, UTC.</param>
/// <param name="SuggestedBy">Whose suggestion a message was made of; null where it is nobody else's.</param>
/// <param name="Verdict">One of <see cref="Verdicts"/>; null when the text passed as it was.</param>
/// <param name="OfHold">The <c>seq</c> of the held text this event is the outcome of: a message, when it was let through; a hold without text, when it was not.</param>
public sealed record ThreadEvent(
    string ThreadId,
    long Seq,
    string Kind,
    string Audience,
    Person? Author,
    string? Text,
    StatusChange? Status,
    string? Key,
    long At,
    Person? SuggestedBy = null,
    string? Verdict = null,
    long? OfHold = null);

/// <summary>What a <c>status</c> or <c>rung</c> event changed.</summary>
/// <param name="State">The state after the event.</param>
/// <param name="Rung">The rung after the event.</param>
/// <param name="Fence">The fence after the event.</param>
/// <param name="Reason">In one word: <c>rated, asked, accepted, taken, taken_over, joined, left, released, handed_back, transferred, vanished, suspended, widened, handed_to_agents, parked, answered, assigned, unassigned, assign_undone, replied, reopened, ended, end_undone, restored, silent, cancelled, unanswered, held, passed, refused</c>. A reader treats a word it does not know as news without consequence.</param>
/// <param name="Responder">Who holds the thread after the event, if anyone.</param>
/// <param name="Stars">On a <c>rating</c> event: 1 to 5.</param>
/// <param name="Assignee">To whom a parked question is given after the event, if to anyone; such events are for staff.</param>
public sealed record StatusChange(string State, string Rung, long Fence, string Reason, Person? Responder, int? Stars = null, Person? Assignee = null);

/// <summary>A visitor or member as others may know them: never an e-mail, never an account name.</summary>
/// <param name="Id">A member's id; null for visitors.</param>
/// <param name="Name">Pseudonym or display name; null for a visitor who gave none.</param>
/// <param name="Kind"><c>visitor</c> or one of <see cref="Roles"/>.</param>
/// <param name="Since">Year since which a super user is a customer, or null.</param>
public sealed record Person(string? Id, string? Name, string Kind, int? Since = null);

/// <summary>The shop page a question was asked on. Super users are shown it without personal data: a title masked, an address that holds some cut to the shop's own.</summary>
/// <param name="Url">Absolute http(s) address, its query dropped but for the site's allow-list, its fragment dropped.</param>
/// <param name="Title">Document title.</param>
public sealed record PageContext(string? Url, string? Title);

/// <summary>The product a question is about, as the shop told it by <c>setContext</c>; super users are shown neither a name nor an address with personal data in it.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Url">Absolute http(s) address.</param>
/// <param name="Image">Absolute http(s) address of a picture.</param>
public sealed record ProductContext(string? Id, string? Name, string? Url = null, string? Image = null);
