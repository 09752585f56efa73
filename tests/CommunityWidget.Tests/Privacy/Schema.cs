using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

/// <summary>The tables there are, read from the database itself.</summary>
public static class Schema
{
    private const string Sqlite = """
        select m.name || '.' || c.name as name, lower(c.type) as type from sqlite_master m join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'thread_words_%'
        """;

    private const string Postgres = "select table_name || '.' || column_name as name, data_type as type from information_schema.columns where table_schema = 'public'";

    private static readonly string[] Texts = ["text", "", "tsvector", "json", "jsonb", "character varying", "blob", "bytea"];

    public static async Task<IReadOnlyList<string>> Columns(Db db) => [.. (await Read(db)).Select(c => c.Name).Order(StringComparer.Ordinal)];

    public static async Task<IReadOnlyList<string>> TextColumns(Db db) => [.. (await Read(db)).Where(c => Texts.Contains(c.Type) && !IsOfIndex(c.Name)).Select(c => c.Name).Order(StringComparer.Ordinal)];

    /// <summary>Every text of every table, with where it stands.</summary>
    public static async Task<IReadOnlyList<(string Column, string Text)>> Dump(Db db)
    {
        var all = new List<(string, string)>();
        foreach (var column in await TextColumns(db))
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            foreach (var text in await db.Query<string?>($"select cast({name} as text) from {table} where {name} is not null"))
                if (text is not null) all.Add((column, text));
        }
        return all;
    }

    // The virtual table's own columns beside those we named.
    private static bool IsOfIndex(string column) => column is "thread_words.thread_words" or "thread_words.rank";

    private static Task<IReadOnlyList<Column>> Read(Db db) => db.Query<Column>(TestDatabase.IsPostgres ? Postgres : Sqlite);

    private sealed record Column
    {
        public string Name { get; init; } = "";
        public string Type { get; init; } = "";
    }
}
