namespace CommunityWidget.Moderation.Charters;

/// <summary>A site's rules in one language, as of one version.</summary>
public sealed record CharterText
{
    public const int Longest = 30_000;

    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public string Language { get; init; } = "";
    public long Version { get; init; }

    /// <summary>Markdown. Empty where a language was given up: its readers get the site's first language.</summary>
    public string Body { get; init; } = "";

    public long MadeAt { get; init; }
}
