using CommunityWidget.Contracts;

namespace CommunityWidget.Database;

/// <summary>Ends a transaction from deep inside with a refusal. For the one case that every writer may meet and none can do anything about: what it writes to was erased meanwhile.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;
}
