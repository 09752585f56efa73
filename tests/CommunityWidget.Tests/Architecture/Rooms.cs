namespace CommunityWidget.Tests.Architecture;

/// <summary>Which room may know which. A room of the flow knows every later one, and the base rooms.</summary>
public static class Rooms
{
    /// <summary>The order a question travels.</summary>
    public static readonly string[] Flow = ["Questions", "Matching", "Conversations", "Moderation", "AnswerPages"];

    private static readonly string[] Base = ["Threads", "Sites", "People", "Notices", "Mail", "Database", "Redis", "Hosting", "Telemetry", "Configuration"];

    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["Threads"] = ["Sites", "People", "Notices", "Database", "Telemetry"],
        // A caller is somebody on a site.
        ["People"] = ["Sites", "Mail", "Database", "Hosting", "Configuration"],
        // A change of a site is hinted to the other nodes; its widget knows whether answers go out by mail.
        ["Sites"] = ["Mail", "Database", "Redis", "Hosting"],
        ["Notices"] = [],
        ["Mail"] = ["Configuration"],
        // Where counts and steps of traces go; it knows nobody.
        ["Telemetry"] = [],
        // How what is set is read; it knows nobody either.
        ["Configuration"] = [],
        ["Database"] = ["Telemetry", "Configuration"],
        ["Redis"] = ["Telemetry", "Configuration"],
        // Health and problems ask whether the database is there.
        ["Hosting"] = ["Database", "Telemetry", "Configuration"],
        ["Hubs"] = [.. Flow, .. Base],
        ["Integrations"] = [.. Flow, .. Base],
        // What is erased and purged stands in every room's tables.
        ["Privacy"] = [.. Flow, .. Base],
        // What a site has elsewhere is judged, stored and shown by the rooms whose it is.
        ["Import"] = [.. Flow, .. Base],
        // A desk over the flow: it reads everything, hears by the outbox, and nobody calls it.
        ["Inbox"] = [.. Flow, .. Base],
    };

    // They show everything and are known by nobody.
    private static readonly string[] Doors = ["Admin", "Demo", "Numbers", "Pages", Program];

    /// <summary>What stands outside every room: Program.cs.</summary>
    public const string Program = "";

    public static IReadOnlyList<string> All { get; } = [.. Flow, .. Others.Keys, .. Doors];

    public static bool May(string from, string to)
    {
        if (from == to || to == "Contracts" || Doors.Contains(from)) return true;
        var place = Array.IndexOf(Flow, from);
        if (place >= 0) return Base.Contains(to) || Array.IndexOf(Flow, to) > place;
        return Others.TryGetValue(from, out var known) && known.Contains(to);
    }
}
