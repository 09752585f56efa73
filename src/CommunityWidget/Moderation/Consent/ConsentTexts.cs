namespace CommunityWidget.Moderation.Consent;

/// <summary>
/// The sentence a visitor agrees to, as the widget shows it; a test compares. Its version is kept with each consent, so a sentence that was
/// shown is never changed: another one gets the next version.
/// </summary>
public sealed record ConsentTexts(string Asked, string More)
{
    /// <summary>The one that is shown now.</summary>
    public const string Version = "2";

    /// <summary>What widgets said before they named the version; they have no more to it than the first half.</summary>
    public const string First = "1";

    private static readonly ConsentTexts English = new(
        "You may publish this conversation, without my name",
        "It becomes a public page that helps other customers. Names, addresses and numbers are taken out. If you left your e-mail address, we write once when it is published. You can change your mind at any time, here or by that mail.");

    private static readonly ConsentTexts French = new(
        "Vous pouvez publier cette conversation, sans mon nom",
        "Elle devient une page publique qui aide d’autres clients. Noms, adresses et numéros en sont retirés. Si vous avez laissé votre e-mail, nous vous écrivons une fois à la publication. Vous pouvez changer d’avis à tout moment, ici ou par ce message.");

    public static ConsentTexts In(string language) => language == "fr" ? French : English;

    /// <summary>A version the widget names; nothing for one we never showed.</summary>
    public static string? Known(string? version) => version switch { null or First => First, Version => Version, _ => null };
}
