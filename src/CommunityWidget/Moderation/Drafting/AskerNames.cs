using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>By what names whoever asked is or was called. They agreed to a page without them, so none stands on theirs.</summary>
public sealed class AskerNames(Db db)
{
    // The present one first, the others in one order: a draft that was made under the same names is not made again.
    private const string Given =
        """
        select g.name from (
            select v.name, 0 as former from threads t join visitors v on v.id = t.visitor where t.id = @thread and v.name is not null
            union all
            select n.name, 1 as former from threads t join visitor_names n on n.visitor = t.visitor where t.id = @thread
        ) g
        order by g.former, g.name
        """;

    /// <summary>All of them, a line each, the present one first; null where none was given.</summary>
    public async Task<string?> Of(Guid thread) => Together(await db.Query<string>(Given, new { thread }));

    /// <inheritdoc cref="Of(Guid)"/>
    public async Task<string?> Of(Tx tx, Guid thread) => Together(await tx.Query<string>(Given, new { thread }));

    private static string? Together(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join('\n', names.Select(name => name.ReplaceLineEndings(" ")));
}
