namespace CommunityWidget.Contracts.Agents;

/// <summary>A thread of the inbox with what the community tried. Source: <c>GET /api/inbox/{id}</c>.</summary>
/// <param name="Row">Its line.</param>
/// <param name="Tried">Who was asked and what they said, oldest first.</param>
/// <param name="NotAsked">How many members were looked at last and not asked, by reason: <c>not_connected, charter, full, other_language, other_topic, missed</c>.</param>
public sealed record InboxDetail(InboxRow Row, IReadOnlyList<TriedMember> Tried, IReadOnlyDictionary<string, int> NotAsked);

/// <summary>A member who was asked, or had the thread and gave it back.</summary>
/// <param name="Who">The member.</param>
/// <param name="What"><c>open, accepted, declined, expired, rescinded</c> of an offer; <c>released, handed_back, transferred, vanished, suspended</c> of who had it.</param>
/// <param name="Rung">One of <see cref="RungKinds"/>; null of who had it.</param>
/// <param name="At">Unix milliseconds, UTC: when it was offered, or given back.</param>
/// <param name="AfterMs">How long the answer to the offer took; null while it is open.</param>
public sealed record TriedMember(Person Who, string What, string? Rung, long At, long? AfterMs);

/// <summary>A member a conversation may be handed to now. Source: <c>GET /api/reachable?thread=</c>, which leaves out who said no to that one; of a parked one everybody who may answer it, also who is away.</summary>
/// <param name="Who">The member.</param>
/// <param name="Topics">Ids of the topics they answer.</param>
/// <param name="Languages">Two letters each.</param>
/// <param name="Free">Free seats.</param>
/// <param name="Here">Available and connected.</param>
public sealed record ReachableMember(Person Who, IReadOnlyList<string> Topics, IReadOnlyList<string> Languages, int Free, bool Here);

/// <summary>What became of one thread of several.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
public sealed record ThreadOutcome(string ThreadId, Refusal? Refusal);

/// <summary>A thread and the fence it was seen under.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Fence">The fence the member last saw.</param>
public sealed record SeenThread(string ThreadId, long Fence);
