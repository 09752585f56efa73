using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>Takes changes of one kind back, while nothing else changed the same.</summary>
public interface IUndoes
{
    /// <summary>What the actions it knows begin with.</summary>
    string Kind { get; }

    Task<Reply<Saved>> Undo(MemberCaller by, Change change);
}
