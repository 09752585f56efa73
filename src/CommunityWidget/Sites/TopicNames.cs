namespace CommunityWidget.Sites;

public static class TopicNames
{
    /// <summary>What a topic is called, also one that is offered no longer; null for what is none.</summary>
    public static string? TopicName(this Site site, string? topic, string language) =>
        site.Topics.Known.FirstOrDefault(known => known.Id == topic) is { } found ? found.Names.GetValueOrDefault(language) ?? found.Names.Values.FirstOrDefault() ?? found.Id : null;
}
