namespace CommunityWidget.Moderation.Drafting;

/// <summary>Takes personal data out of what is to be public.</summary>
public interface IMaskText
{
    MaskedText Run(string text, string language);
}

/// <param name="Text">What may be shown.</param>
/// <param name="Places">How many things were taken out.</param>
public sealed record MaskedText(string Text, int Places);
