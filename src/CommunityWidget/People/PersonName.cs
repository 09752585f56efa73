using System.Globalization;
using System.Text;
using CommunityWidget.Contracts;

namespace CommunityWidget.People;

/// <summary>What somebody may be called: what is seen is what is there, nothing that hides or turns the text around it.</summary>
public static class PersonName
{
    public static Reply<string> Clean(string? typed)
    {
        var name = (typed ?? "").Trim();
        if (name.Any(char.IsSurrogate) && !IsWhole(name)) return Refusals.NameNotUsable;
        name = name.Normalize(NormalizationForm.FormC);
        var runes = name.EnumerateRunes().ToList();
        return runes.Count is > 0 and <= Limits.NameCodePoints && runes.TrueForAll(IsVisible) ? name : Refusals.NameNotUsable;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
