using System.Globalization;
using System.Text;

namespace CommunityWidget.Moderation.Judging;

/// <summary>Every letter as the judges read it: small, without accents, and as the Latin letter it looks like. Made once, at the first text.</summary>
internal static class Letters
{
    /// <summary>What separates words.</summary>
    public const char Gap = ' ';

    /// <summary>What is not there for a reader: zero-width signs, soft hyphens, marks.</summary>
    public const char Nothing = '\0';

    private const string Twins =
        "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlкkмmтtвbнhзeгrпnиuёeαaβbεeιiκkνvοoρpτtυuχxωwηnɑaɡgɩiʀrɴnʟlıiłlđdøoßsƒfæeœe"
        // Small capitals, as fonts for social networks make them.
        + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkᴍmᴏoᴘpꞯqꜱsᴛtᴜuᴠvᴡwʏyᴢz";

    private static readonly Lazy<char[]> Table = new(Make);

    /// <summary>The letter, digit or sign; <see cref="Gap"/> for all that only separates.</summary>
    public static char Read(char c) => c < 128 ? Plain(c) : Table.Value[c];

    private static char Plain(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        '@' or '$' or '*' or '!' or '|' or '\'' or '.' or '-' or '_' or '#' => c,
        _ => Gap,
    };

    private static char[] Make()
    {
        var table = new char[0x10000];
        for (var c = 0; c < table.Length; c++) table[c] = char.IsSurrogate((char)c) || c == 0xFFFE || c == 0xFFFF ? Gap : Fold((char)c);
        for (var i = 0; i < Twins.Length; i += 2)
        {
            table[Twins[i]] = Twins[i + 1];
            var capital = char.ToUpperInvariant(Twins[i]);
            if (capital >= 128) table[capital] = Twins[i + 1];
        }
        (table['’'], table['‘'], table['ʼ']) = ('\'', '\'', '\'');
        table['€'] = 'e';
        return table;
    }

    private static char Fold(char c)
    {
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return Nothing;
        if (!char.IsLetterOrDigit(c)) return Gap;
        var apart = c.ToString().Normalize(NormalizationForm.FormKD);
        return apart[0] < 128 ? Plain(apart[0]) : char.ToLowerInvariant(apart[0]);
    }
}
