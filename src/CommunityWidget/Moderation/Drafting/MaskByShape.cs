using System.Text.RegularExpressions;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>Masks what has the shape of an address or a number of somebody's.</summary>
public sealed partial class MaskByShape : IMaskText
{
    public MaskedText Run(string text, string language)
    {
        var places = 0;
        var masked = Personal().Replace(text, _ => { places++; return "•••"; });
        return new(masked, places);
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+|(?<!\w)\+?\d(?:[ .()-]?\d){8,}(?!\w)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Personal();
}
