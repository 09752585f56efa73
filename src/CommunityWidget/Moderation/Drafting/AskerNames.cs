using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>By what name whoever asked is called. They agreed to a page without it, so it stands nowhere on theirs.</summary>
public sealed class AskerNames(Db db)
{
    private const string Asked = "select v.name from threads t join visitors v on v.id = t.visitor where t.id = @thread";

    public Task<string?> Of(Guid thread) => db.Find<string>(Asked, new { thread });

    public Task<string?> Of(Tx tx, Guid thread) => tx.Find<string>(Asked, new { thread });
}
