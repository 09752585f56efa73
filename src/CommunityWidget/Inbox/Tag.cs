using System.Globalization;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Inbox;

/// <summary>A word or two a thread is found by: NFC, small letters, single spaces.</summary>
public static class Tag
{
    public const int Longest = 30, MostOfThread = 20;

    public static Reply<string> Clean(string? typed)
    {
        if (typed is null || typed.Length > 10 * Longest || !VisibleLine.IsText(typed)) return Refusals.TagNotUsable;
        var tag = string.Join(' ', typed.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var runes = tag.EnumerateRunes().ToList();
        return runes.Count is > 0 and <= Longest && runes.TrueForAll(IsVisible) ? tag : Refusals.TagNotUsable;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
