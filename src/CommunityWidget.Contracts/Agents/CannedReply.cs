namespace CommunityWidget.Contracts.Agents;

/// <summary>A reply kept to be pasted. Its variables are filled by whoever pastes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is found by.</param>
/// <param name="Text">With <see cref="ReplyVariables"/> in double braces.</param>
/// <param name="Version">To name when it is changed: nobody overwrites what they have not seen.</param>
public sealed record CannedReply(string Id, string Title, string Text, long Version);

/// <summary>What may stand in double braces in a <see cref="CannedReply"/>.</summary>
public static class ReplyVariables
{
    /// <summary>The visitor's name, if they gave one.</summary>
    public const string Visitor = "visitor";

    /// <summary>The topic's name in the thread's language.</summary>
    public const string Topic = "topic";

    /// <summary>Who pastes it.</summary>
    public const string Agent = "agent";

    /// <summary>The title of the page the question came from.</summary>
    public const string Page = "page";
}
