using System.Text.Json.Serialization;

namespace CommunityWidget.Integrations;

/// <summary>What is posted to a webhook. Nothing in it says who the visitor is; ids open nothing without a key.</summary>
/// <param name="Id">The event's id, the same at every try: whoever has seen it already ignores it.</param>
/// <param name="Type">Which event.</param>
/// <param name="At">When it happened, Unix milliseconds, UTC.</param>
/// <param name="Site">The site's short name.</param>
/// <param name="Seq">The event's number in its thread: a thread's events arrive in this order, with gaps where something is not told.</param>
/// <param name="Thread">The question it is about.</param>
/// <param name="Status">On <c>thread.…</c>: what became of it.</param>
/// <param name="Message">On <c>message.added</c>: who wrote, and what if the webhook asked for it.</param>
/// <param name="Answer">On <c>answer.published</c>: the public page.</param>
public sealed record HookBody(
    string Id,
    string Type,
    long At,
    string Site,
    long Seq,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HookThread? Thread = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HookStatus? Status = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HookMessage? Message = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HookAnswer? Answer = null);

/// <param name="Id">Public id, to read it with an API key.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">Topic id, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
public sealed record HookThread(string Id, string Language, string? Topic, long AskedAt);

/// <param name="State">The state that began.</param>
/// <param name="Rung">Where it stands on the ladder.</param>
/// <param name="Reason">Why, as in the thread's own events.</param>
public sealed record HookStatus(string State, string Rung, string Reason);

/// <param name="From"><c>visitor</c>, or the writer's role: <c>super_user</c>, <c>agent</c>, <c>moderator</c>, <c>admin</c>.</param>
/// <param name="Text">What was written, without personal data, as volunteers read it; null unless the webhook asks for text.</param>
public sealed record HookMessage(string From, string? Text);

/// <param name="Title">The page's title.</param>
/// <param name="Url">Its address.</param>
public sealed record HookAnswer(string Title, string Url);
