using System.Text.Json.Nodes;

namespace CommunityWidget.Checker;

/// <summary>What a site's owner would write into its ladder, written for them while the program stands still or before it has read it.</summary>
public static class Ladders
{
    /// <summary>Makes a minute pass in three seconds, or whatever the factor says.</summary>
    public static void Shorten(string database, int factor) => Change(database, rung =>
    {
        foreach (var interval in new[] { "offerMs", "staysMs" }) rung[interval] = (long)rung[interval]! / factor;
    });

    public static void Change(string database, Action<JsonObject> change)
    {
        using var db = Source.Open(database);
        foreach (var (id, ladder) in db.Rows("select id, ladder from sites", r => (r.GetValue(0), r.GetString(1))))
        {
            var root = JsonNode.Parse(ladder)!;
            foreach (var rung in root["rungs"]!.AsArray()) change(rung!.AsObject());
            db.Execute("update sites set ladder = @ladder where id = @id", ("@ladder", root.ToJsonString()), ("@id", id));
        }
    }
}
