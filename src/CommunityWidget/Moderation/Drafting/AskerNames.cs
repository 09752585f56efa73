using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>By what names whoever asked is or was called, here and in the doubles whose answers stand on the page. They agreed to a page without them, so none stands there.</summary>
public sealed class AskerNames(Db db)
{
    // In one order: a draft that was made under the same names is not made again.
    private const string Given =
        """
        with asked (thread) as (
            select id from threads where id = @thread
            union
            select o.thread from pages s join answers a on a.page = s.id join pages o on o.id = a.merged_from where s.thread = @thread)
        select g.name, g.former from (
            select v.name, 0 as former from asked q join threads t on t.id = q.thread join visitors v on v.id = t.visitor where v.name is not null
            union
            select n.name, 1 as former from asked q join threads t on t.id = q.thread join visitor_names n on n.visitor = t.visitor
        ) g
        order by g.former, g.name
        """;

    /// <summary>All of them: the present ones in one line, behind it a line for each they had before; null where none was given.</summary>
    public async Task<string?> Of(Guid thread) => Together(await db.Query<Called>(Given, new { thread }));

    /// <inheritdoc cref="Of(Guid)"/>
    public async Task<string?> Of(Tx tx, Guid thread) => Together(await tx.Query<Called>(Given, new { thread }));

    private static string? Together(IReadOnlyList<Called> names)
    {
        var called = names.ToLookup(one => one.Former == 0, one => one.Name.ReplaceLineEndings(" "));
        var lines = called[false].ToList();
        if (called[true].Any()) lines.Insert(0, string.Join(' ', called[true]));
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private sealed record Called
    {
        public string Name { get; init; } = "";
        public long Former { get; init; }
    }
}
