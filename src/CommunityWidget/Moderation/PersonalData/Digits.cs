using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Digits however they are written.</summary>
internal static class Digits
{
    /// <summary>The text with every digit as 0 to 9, letter by letter as long as it was; itself when there is none to change.</summary>
    public static string AsAscii(string text)
    {
        var first = 0;
        while (first < text.Length && (text[first] < 128 || !char.IsDigit(text[first]))) first++;
        return first == text.Length ? text : string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++) into[i] = from[i] > 127 && char.IsDigit(from[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(from[i])) : from[i];
        });
    }
}
