namespace CommunityWidget.Inbox;

/// <summary>What narrows a view or a search; null says nothing.</summary>
public sealed record InboxFilter(string? State = null, string? Topic = null, string? Language = null, string? Tag = null)
{
    /// <summary>As a topic: those about none.</summary>
    public const string NoTopic = "-";

    /// <summary>False for what no thread can have: no database holds U+0000.</summary>
    public bool IsReadable => !$"{State}{Topic}{Language}{Tag}".Contains('\0');

    /// <summary>More conditions on a thread <c>t</c>.</summary>
    public string Sql =>
        (State is null ? "" : " and t.state = @state")
        + (Topic switch { null => "", NoTopic => " and t.topic is null", _ => " and t.topic = @topic" })
        + (Language is null ? "" : " and t.language = @language")
        + (Tag is null ? "" : " and t.id in (select thread from thread_tags where site = @site and tag = @tag)");
}
