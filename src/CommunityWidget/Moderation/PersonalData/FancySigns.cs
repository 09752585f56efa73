using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Letters and digits in another dress, as fonts for social networks have them: in circles, squares and brackets, of mathematics (some of which stand among other signs), of flags. A look at one costs the same wherever it stands.</summary>
internal static class FancySigns
{
    /// <summary>It is none of them.</summary>
    public const char None = '\0';

    /// <summary>None of them is before this one.</summary>
    public const char First = '\u2102';

    private const int FlagA = 0x1F1E6, FlagZ = 0x1F1FF;

    /// <summary>The letter or digit that begins at a place; <see cref="None"/> for every other sign. Two letters of flags by themselves are a flag.</summary>
    public static char Of(string text, int at) => text[at] < First || (IsOfFlags(text, at) && IsFlag(text, at)) ? None : Plain(Rune(text, at));

    /// <summary>The same where somebody writes with them: one in a circle by itself numbers a list, or shows where to park.</summary>
    public static char Written(string text, int at) => Of(text, at) is var plain and not None && (IsOfMathematics(Rune(text, at)) || HasNeighbour(text, at)) ? plain : None;

    /// <summary>The number in a circle, of two digits, where somebody writes with such signs; 0 for every other sign.</summary>
    public static int NumberWritten(string text, int at) => text[at] >= First && Number(text[at]) is var number and > 0 && HasNeighbour(text, at) ? number : 0;

    private static char Plain(int rune) => rune switch
    {
        >= 0x2460 and <= 0x2468 => Digit(rune, 0x2460),
        >= 0x2474 and <= 0x247C => Digit(rune, 0x2474),
        >= 0x2488 and <= 0x2490 => Digit(rune, 0x2488),
        >= 0x249C and <= 0x24B5 => (char)('a' + rune - 0x249C),
        >= 0x24B6 and <= 0x24CF => (char)('A' + rune - 0x24B6),
        >= 0x24D0 and <= 0x24E9 => (char)('a' + rune - 0x24D0),
        0x24EA or 0x24FF or 0x1F10B or 0x1F10C => '0',
        >= 0x24F5 and <= 0x24FD => Digit(rune, 0x24F5),
        >= 0x2776 and <= 0x277E => Digit(rune, 0x2776),
        >= 0x2780 and <= 0x2788 => Digit(rune, 0x2780),
        >= 0x278A and <= 0x2792 => Digit(rune, 0x278A),
        >= 0x1F101 and <= 0x1F10A => (char)('0' + rune - 0x1F101),
        >= 0x1F110 and <= 0x1F129 => (char)('A' + rune - 0x1F110),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + rune - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + rune - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + rune - 0x1F170),
        >= FlagA and <= FlagZ => (char)('A' + rune - FlagA),
        _ when IsAmongSigns(rune) => char.ConvertFromUtf32(rune).Normalize(NormalizationForm.FormKC) is [var letter] && char.IsAsciiLetter(letter) ? letter : None,
        _ when IsOfMathematics(rune) => char.ConvertFromUtf32(rune).Normalize(NormalizationForm.FormKC)[0],
        _ => None,
    };

    private static int Number(char sign) => sign switch
    {
        >= '\u2469' and <= '\u2473' => 10 + sign - '\u2469',
        >= '\u3251' and <= '\u325F' => 21 + sign - '\u3251',
        >= '\u32B1' and <= '\u32BF' => 36 + sign - '\u32B1',
        _ => 0,
    };

    private static char Digit(int rune, int one) => (char)('1' + rune - one);

    // ℯ, ℊ, ℂ: those that mathematics had before the others. ™, № and ℃ are none of them.
    private static bool IsAmongSigns(int rune) => rune is >= 0x2102 and <= 0x2134;

    private static bool IsOfMathematics(int rune) => rune is >= 0x1D400 and <= 0x1D7FF || IsAmongSigns(rune);

    // Next to it, or behind one sign that is nothing of a word.
    private static bool HasNeighbour(string text, int at)
    {
        var (next, before) = (After(text, at), Before(text, at));
        return IsOne(text, next) || IsOne(text, before) || (Parts(text, next) && IsOne(text, After(text, next))) || (Parts(text, before) && IsOne(text, Before(text, before)));
    }

    private static bool IsOne(string text, int at) => at >= 0 && at < text.Length && (Plain(Rune(text, at)) != None || Number(text[at]) > 0);

    private static bool Parts(string text, int at) => at >= 0 && at < text.Length && !char.IsLetterOrDigit(text, at);

    // Of the letters of flags that stand together there are two.
    private static bool IsFlag(string text, int at)
    {
        var first = IsOfFlags(text, at - 2) ? at - 2 : at;
        return !IsOfFlags(text, first - 2) && IsOfFlags(text, first + 2) && !IsOfFlags(text, first + 4);
    }

    private static bool IsOfFlags(string text, int at) => at >= 0 && at < text.Length && Rune(text, at) is >= FlagA and <= FlagZ;

    private static int Rune(string text, int at) => IsPair(text, at) ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    private static int After(string text, int at) => at + (at < text.Length && IsPair(text, at) ? 2 : 1);

    private static int Before(string text, int at) => at - (at > 1 && IsPair(text, at - 2) ? 2 : 1);

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
