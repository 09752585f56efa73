using System.Text.Json.Serialization;

namespace CommunityWidget.Sites;

/// <summary>What a site's owner tells the judges; kept as JSON. Lists are texts of one entry a line, as they were typed.</summary>
/// <param name="Refused">Words and phrases that are refused.</param>
/// <param name="Held">Words and phrases that are held for review.</param>
/// <param name="Allowed">Words, numbers, addresses and hosts that are never a reason: the brand's own telephone, a product with a rude name.</param>
/// <param name="English">From which percentage on the model holds an English text; null for the shipped threshold.</param>
/// <param name="French">The same for French.</param>
public sealed record Judging(string Refused = "", string Held = "", string Allowed = "", int? English = null, int? French = null)
{
    public static readonly Judging Default = new();

    [JsonIgnore]
    public IReadOnlyList<string> RefusedList => Lines(Refused);

    [JsonIgnore]
    public IReadOnlyList<string> HeldList => Lines(Held);

    [JsonIgnore]
    public IReadOnlyList<string> AllowedList => Lines(Allowed);

    public int? Threshold(string language) => language == "fr" ? French : English;

    private static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
