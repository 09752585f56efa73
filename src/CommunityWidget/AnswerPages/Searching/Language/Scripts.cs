using System.Globalization;
using System.Text;

namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>How writings differ that this reads as words: which marks are letters of theirs, and which set no space between words.</summary>
public static class Scripts
{
    /// <summary>
    /// A mark without which a word is another one: the vowels of India's writings and of Thai, the strokes of kana. Accents of Latin, Greek and Cyrillic letters are none, nor are the points of
    /// Hebrew and Arabic, which most leave out.
    /// </summary>
    public static bool IsLetter(Rune mark) => mark.Value switch
    {
        // Syriac is the last of those that write them or leave them out.
        < 0x0780 => false,
        // Arabic once more, and what is set on letters of any writing.
        (>= 0x0890 and <= 0x08FF) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFB00 and <= 0xFE2F) or >= 0xE0000 => false,
        _ => Rune.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
    };

    /// <summary>A letter of a writing without spaces: Thai, Lao, Burmese, Khmer, kana (narrow ones too), Chinese. The widget has the same ones (suggesting/look.ts).</summary>
    public static bool IsUnspaced(Rune letter) => letter.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3005 and <= 0x3006) or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF) && Rune.IsLetter(letter);

    /// <summary>Nobody can tell where a word ends in them, so that any two letters which stand together are one. What stands alone stays.</summary>
    public static IEnumerable<(string Word, Joint Before)> Paired(IEnumerable<(string Word, Joint Before)> pieces)
    {
        (string Word, Joint Before)? last = null;
        var isTold = true;
        foreach (var piece in pieces)
        {
            var (word, before) = piece.Before == Joint.None ? (piece.Word, Joint.Apart) : piece;
            var isUnspaced = IsUnspaced(Rune.GetRuneAt(word, 0));
            var joins = isUnspaced && piece.Before == Joint.None && last is not null;
            if (joins) yield return (last!.Value.Word + word, last.Value.Before);
            else if (!isTold) yield return last!.Value;
            if (!isUnspaced) yield return (word, before);
            (last, isTold) = (isUnspaced ? (word, joins ? Joint.Apart : before) : null, joins || !isUnspaced);
        }
        if (!isTold) yield return last!.Value;
    }
}
