namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// What this address answers is the same for everybody and is kept for a moment. Named at each endpoint, never for all of them: a policy for all would
/// reach sockets too. Only these query parameters are seen by it; nothing else of a request can end up in what others read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptAttribute(params string[] queries) : Attribute
{
    public IReadOnlyList<string> Queries { get; } = queries;
}
