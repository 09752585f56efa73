namespace CommunityWidget.Hubs.FanOut;

/// <summary>Whom a message is for, as a name; the channel is named after it. Built here and nowhere else.</summary>
public static class FanOutAudience
{
    public const string All = "all";

    private const string OfConnection = "connection:";

    public static string Connection(string id) => OfConnection + id;

    public static string Group(string name) => $"group:{name}";

    public static string User(string id) => $"user:{id}";

    /// <summary>The connection an audience consists of, if it is one.</summary>
    public static string? ConnectionIn(string audience) =>
        audience.StartsWith(OfConnection, StringComparison.Ordinal) ? audience[OfConnection.Length..] : null;
}
