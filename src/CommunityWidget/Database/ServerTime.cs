namespace CommunityWidget.Database;

/// <summary>What time it is where all nodes meet; nothing where the database has no clock of its own.</summary>
/// <param name="Read">Unix milliseconds.</param>
public sealed record ServerTime(Func<Task<long?>> Read)
{
    public static ServerTime Of(Db db) => new(async () => db.Dialect.Now.Length == 0 ? null : await db.Find<long?>($"select {db.Dialect.Now}"));
}
