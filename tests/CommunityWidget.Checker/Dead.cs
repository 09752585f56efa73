namespace CommunityWidget.Checker;

/// <summary>Looks at a database beside its program, or at what a killed one left, and leaves it as it is.</summary>
public static class Dead
{
    /// <summary><c>ok</c>, or what is wrong with the file and its log as they lie there.</summary>
    public static string Integrity(string database)
    {
        var folder = Directory.CreateTempSubdirectory("checker-").FullName;
        try
        {
            foreach (var suffix in new[] { "", "-wal" })
            {
                if (File.Exists(database + suffix)) File.Copy(database + suffix, Path.Combine(folder, "copy.db" + suffix));
            }
            return Kept.Copy(Path.Combine(folder, "copy.db")).Integrity;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every waiting question, and how far it has come.</summary>
    public static IReadOnlyList<WaitingThread> Waiting(string database)
    {
        using var db = Source.Open(database);
        return db.Rows(
            "select public_id, rung, wave, fence, (select count(*) from offers o where o.thread = t.id and o.state = 'open') from threads t where state = 'waiting'",
            r => new WaitingThread(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)));
    }
}

/// <summary>A waiting question; equal as long as nobody looked at it with any consequence.</summary>
public sealed record WaitingThread(string PublicId, long Rung, long Wave, long Fence, long Open);
