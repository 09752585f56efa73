using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Checker;

/// <summary>Makes a minute pass in three seconds: what a site's owner would write into its ladder.</summary>
public static class Ladders
{
    public static void Shorten(string database, int factor)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        db.Open();
        foreach (var (id, ladder) in Read(db))
        {
            var root = JsonNode.Parse(ladder)!;
            foreach (var rung in root["rungs"]!.AsArray())
            {
                foreach (var interval in new[] { "offerMs", "staysMs" }) rung![interval] = (long)rung[interval]! / factor;
            }
            using var write = db.CreateCommand();
            write.CommandText = "update sites set ladder = $ladder where id = $id";
            write.Parameters.AddWithValue("$ladder", root.ToJsonString());
            write.Parameters.AddWithValue("$id", id);
            write.ExecuteNonQuery();
        }
    }

    private static List<(string Id, string Ladder)> Read(SqliteConnection db)
    {
        using var command = db.CreateCommand();
        command.CommandText = "select id, ladder from sites";
        using var reader = command.ExecuteReader();
        var sites = new List<(string, string)>();
        while (reader.Read()) sites.Add((reader.GetString(0), reader.GetString(1)));
        return sites;
    }
}
