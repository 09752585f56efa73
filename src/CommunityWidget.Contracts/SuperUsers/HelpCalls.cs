namespace CommunityWidget.Contracts.SuperUsers;

/// <summary>Somebody asks this member into a conversation, until a deadline. It takes no seat, and not coming is no miss.</summary>
/// <param name="CallId">Id to accept or decline.</param>
/// <param name="ThreadId">The thread's public id; readable only once accepted.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">The topic whoever knows was asked for; else the question's, or null.</param>
/// <param name="AskedAt">When the question was asked, Unix milliseconds, UTC.</param>
/// <param name="Visitor">Who asked it.</param>
/// <param name="CalledAt">Unix milliseconds, UTC.</param>
/// <param name="Deadline">Unix milliseconds, UTC.</param>
/// <param name="RemainingMs">Milliseconds left when this was sent.</param>
public sealed record HelpCallView(
    string CallId,
    string ThreadId,
    Person Asker,
    string Text,
    string Language,
    string? Topic,
    long AskedAt,
    Person Visitor,
    long CalledAt,
    long Deadline,
    long RemainingMs);

/// <summary>A call for help is over for whoever was called.</summary>
/// <param name="CallId">Which.</param>
/// <param name="Reason"><c>accepted, declined, expired</c> or <c>withdrawn</c> (somebody else came, or the conversation is over).</param>
public sealed record HelpCallEnded(string CallId, string Reason);

/// <summary>What became of a call for help, told to whoever called.</summary>
/// <param name="ThreadId">The conversation.</param>
/// <param name="CallId">Which call.</param>
/// <param name="Member">Who was called.</param>
/// <param name="Outcome"><c>accepted, declined</c> or <c>expired</c>.</param>
public sealed record HelpCallAnswer(string ThreadId, string CallId, Person Member, string Outcome);

/// <summary>Who could be asked into a conversation now. Source: <c>GET /api/threads/{id}/helpers</c>.</summary>
/// <param name="Who">The member.</param>
/// <param name="Topics">Ids of the topics they answer.</param>
/// <param name="Languages">Two letters each.</param>
public sealed record HelperChoice(Person Who, IReadOnlyList<string> Topics, IReadOnlyList<string> Languages);

/// <summary>Whom to ask in: one member, or whoever knows a topic.</summary>
/// <param name="ThreadId">A live conversation the caller is part of.</param>
/// <param name="MemberId">Whom; null for a topic.</param>
/// <param name="Topic">Or a topic's id.</param>
public sealed record HelpWanted(string ThreadId, string? MemberId = null, string? Topic = null);

/// <summary>Who was asked in.</summary>
/// <param name="Members">At least one.</param>
public sealed record HelpAsked(IReadOnlyList<Person> Members);
