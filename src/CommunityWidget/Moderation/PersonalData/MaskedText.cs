namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A text without personal data, and what was found in it.</summary>
/// <param name="Text">The text with each find replaced by a word in brackets; the same as it was where nothing was found.</param>
/// <param name="Found">What was found, in order, without overlaps, by its place in the original.</param>
public sealed record MaskedText(string Text, IReadOnlyList<FoundData> Found)
{
    public bool IsChanged => Found.Count > 0;
}

/// <param name="Start">Where it begins in the original.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Kind">Of <see cref="DataKinds"/>.</param>
public readonly record struct FoundData(int Start, int Length, string Kind)
{
    public int End => Start + Length;
}

/// <summary>Kinds of personal data.</summary>
public static class DataKinds
{
    public const string Email = "email", Phone = "phone", Card = "card", Iban = "iban", Ip = "ip", SocialSecurity = "social_security",
        Order = "order", Address = "address", Name = "name";

    public static readonly IReadOnlyList<string> All = [Email, Phone, Card, Iban, Ip, SocialSecurity, Order, Address, Name];

    /// <summary>What stands in its place.</summary>
    public static string Word(string kind, string language) => language == "fr"
        ? kind switch
        {
            Email => "[e-mail]",
            Phone => "[téléphone]",
            Card => "[carte]",
            Iban => "[IBAN]",
            Ip => "[adresse IP]",
            SocialSecurity => "[n° de sécurité sociale]",
            Order => "[n° de commande]",
            Address => "[adresse]",
            _ => "[nom]",
        }
        : kind switch
        {
            Email => "[e-mail]",
            Phone => "[phone]",
            Card => "[card]",
            Iban => "[IBAN]",
            Ip => "[IP address]",
            SocialSecurity => "[social security number]",
            Order => "[order number]",
            Address => "[address]",
            _ => "[name]",
        };
}
