namespace CommunityWidget.Contracts.SuperUsers;

/// <summary>A question proposed to one member until a deadline.</summary>
/// <param name="OfferId">Id to accept or decline.</param>
/// <param name="ThreadId">The thread's public id; readable only once accepted.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">Topic id, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="Visitor">Who asks.</param>
/// <param name="Page">Where from.</param>
/// <param name="Product">About what.</param>
/// <param name="OfferedAt">Unix milliseconds, UTC.</param>
/// <param name="Deadline">Unix milliseconds, UTC.</param>
/// <param name="RemainingMs">Milliseconds left when this was sent, so that a wrong clock on the phone does not matter.</param>
/// <param name="Returning">True when somebody answered before and the thread came back.</param>
public sealed record OfferView(
    string OfferId,
    string ThreadId,
    string Text,
    string Language,
    string? Topic,
    long AskedAt,
    Person Visitor,
    PageContext? Page,
    ProductContext? Product,
    long OfferedAt,
    long Deadline,
    long RemainingMs,
    bool Returning);

/// <summary>An offer is over.</summary>
/// <param name="OfferId">Which.</param>
/// <param name="Reason"><c>accepted, declined, expired</c> or <c>rescinded</c> (someone else took it, or it was withdrawn).</param>
public sealed record OfferEnded(string OfferId, string Reason);

/// <summary>How a member stands.</summary>
/// <param name="Available">What the member chose.</param>
/// <param name="Paused">True when three offers in a row were missed and the switch was set to away for the member.</param>
/// <param name="Seats">Conversations at once.</param>
/// <param name="Busy">Conversations now.</param>
/// <param name="CharterDue">True until the member has agreed to the site's charter: no question is offered before.</param>
/// <param name="HasWord">True when moderators told the member something that they have not looked at yet.</param>
public sealed record MemberStatus(bool Available, bool Paused, int Seats, int Busy, bool CharterDue, bool HasWord);

/// <summary>A member's message or note.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Key">Client key of this message.</param>
/// <param name="Text">Limits in <see cref="Limits"/>.</param>
/// <param name="Fence">The fence the member last saw.</param>
/// <param name="Suggestion">The <c>seq</c> of the suggestion it was made of, sent as it stood or changed: whoever suggested it is credited. Null where it is nobody else's.</param>
public sealed record MemberMessage(string ThreadId, string? Key, string? Text, long Fence, long? Suggestion = null);

/// <summary>Everything a console needs to draw itself. Source: <c>GET /api/console</c>.</summary>
/// <param name="Me">Who is signed in.</param>
/// <param name="SiteName">The brand.</param>
/// <param name="Accent">The site's colour, <c>#rrggbb</c>.</param>
/// <param name="PictureOrigins">Origins of the shop whose product pictures this page may show.</param>
/// <param name="Topics">The site's topics.</param>
/// <param name="Languages">The site's languages, two letters each.</param>
/// <param name="RoleNames">The member's roles on this site.</param>
/// <param name="Status">Availability and seats.</param>
/// <param name="Offers">Open offers, oldest first.</param>
/// <param name="HelpCalls">Conversations this member is asked into, oldest first.</param>
/// <param name="Chats">Threads this member takes part in now, as responder of a live one or as helper, with all events.</param>
public sealed record ConsoleSnapshot(
    Person Me,
    string SiteName,
    string Accent,
    IReadOnlyList<string> PictureOrigins,
    IReadOnlyList<TopicView> Topics,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> RoleNames,
    MemberStatus Status,
    IReadOnlyList<OfferView> Offers,
    IReadOnlyList<HelpCallView> HelpCalls,
    IReadOnlyList<ThreadSnapshot> Chats);

/// <summary>A topic of the site.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Names">Name by two-letter language.</param>
public sealed record TopicView(string Id, IReadOnlyDictionary<string, string> Names);

/// <summary>A live conversation somebody else holds, as a member may see it before joining. Source: <c>GET /api/live</c>, newest first, at most 100.</summary>
/// <param name="ThreadId">Public id, to <c>Join</c>.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">Topic id, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="Visitor">Who asks.</param>
/// <param name="Responder">Who holds it.</param>
/// <param name="Helpers">Who helps already.</param>
/// <param name="Page">Where from.</param>
/// <param name="Product">About what.</param>
public sealed record LiveConversation(
    string ThreadId,
    string Text,
    string Language,
    string? Topic,
    long AskedAt,
    Person Visitor,
    Person Responder,
    IReadOnlyList<Person> Helpers,
    PageContext? Page,
    ProductContext? Product);
