using System.Text;
using CommunityWidget.Contracts;

namespace CommunityWidget.Replay;

/// <summary>What the product says it takes, and how it says it keeps it.</summary>
public static class Limit
{
    public static bool Allows(string text) => !string.IsNullOrWhiteSpace(text)
        && Kept(text).EnumerateRunes().Count() <= Limits.TextCodePoints
        && Encoding.UTF8.GetByteCount(Kept(text)) <= Limits.TextBytes
        && !Kept(text).EnumerateRunes().Any(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'));

    /// <summary>Composed letters, lines ended by LF, otherwise as typed.</summary>
    public static string Kept(string typed) => typed.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);
}
