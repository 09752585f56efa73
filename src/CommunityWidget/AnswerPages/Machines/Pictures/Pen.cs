using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace CommunityWidget.AnswerPages.Machines.Pictures;

/// <summary>Writes on a picture, from the side a language is read from.</summary>
internal sealed class Pen(SKCanvas canvas, SKShaper shaper, SKTypeface face, bool rightToLeft)
{
    private const int Margin = 80;

    private readonly SKFont _glyphs = new(face);

    public void Fill(SKRect where, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(where, paint);
    }

    /// <summary>Most letters of a text are in the font, so that what is written of it can be understood.</summary>
    public bool CanWrite(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToList();
        return letters.Count > 0 && 4 * letters.Count(letter => _glyphs.ContainsGlyph(letter.Value)) >= 3 * letters.Count;
    }

    public void Line(string text, float size, float y, SKColor colour)
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var x = rightToLeft ? DrawPicture.Width - Margin - Measure(text, size) : Margin;
        foreach (var run in WritingRuns.Of(Known(text), rightToLeft))
        {
            canvas.DrawShapedText(shaper, run, x, y, SKTextAlign.Left, font, paint);
            x += shaper.Shape(run, font).Width;
        }
    }

    public void Badge(string text, float size, float y, SKColor ground, SKColor ink)
    {
        var width = Measure(text, size) + 56;
        using var paint = new SKPaint { Color = ground, IsAntialias = true };
        var left = rightToLeft ? DrawPicture.Width - Margin - width : Margin;
        canvas.DrawRoundRect(left, y - 46, width, 66, 12, 12, paint);
        using var font = Font(size);
        paint.Color = ink;
        canvas.DrawShapedText(shaper, Known(text), left + 28, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>The largest size in which a text fits, and its lines; what does not fit in the smallest is cut off.</summary>
    public (IReadOnlyList<string> Lines, float Size) Fit(string text, IReadOnlyList<float> sizes, float width, int most, float height)
    {
        text = Known(text);
        foreach (var size in sizes)
        {
            var lines = Wrap(text, size, width);
            if (lines.Count <= most && lines.Count * size * 1.25f <= height) return (lines, size);
        }
        var smallest = sizes[^1];
        var all = Wrap(text, smallest, width);
        return ([.. all.Take(most - 1), Cut(string.Join(' ', all.Skip(most - 1)), smallest, width)], smallest);
    }

    public string Cut(string text, float size, float width)
    {
        text = Known(text);
        if (Measure(text, size) <= width) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var i = starts.Length - 1; i > 0; i--)
        {
            var cut = text[..starts[i]].TrimEnd() + "…";
            if (Measure(cut, size) <= width) return cut;
        }
        return "…";
    }

    private List<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        var line = "";
        // A no-break space is a space that does not break.
        foreach (var word in text.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, size, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Measure(longer, size) <= width) line = longer;
            else
            {
                if (line.Length > 0) lines.Add(line);
                line = word;
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    // A word longer than a line, or a language without spaces.
    private IEnumerable<string> Pieces(string word, float size, float width)
    {
        if (Measure(word, size) <= width)
        {
            yield return word;
            yield break;
        }
        var piece = "";
        foreach (var character in Characters(word))
        {
            if (piece.Length > 0 && Measure(piece + character, size) > width)
            {
                yield return piece;
                piece = "";
            }
            piece += character;
        }
        yield return piece;
    }

    private static IEnumerable<string> Characters(string word)
    {
        var all = StringInfo.GetTextElementEnumerator(word);
        while (all.MoveNext()) yield return all.GetTextElement();
    }

    private float Measure(string text, float size)
    {
        using var font = Font(size);
        return WritingRuns.Of(Known(text), rightToLeft).Sum(run => shaper.Shape(run, font).Width);
    }

    // Letters the font does not have would be boxes: better nothing, and no gap where they stood.
    private string Known(string text)
    {
        var known = new StringBuilder();
        var (isGap, isApart) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                isApart = isGap;
                if (!isGap || (known.Length > 0 && known[^1] != ' ')) known.Append(' ');
            }
            else if (IsPartOfSign(rune, isGap) || !_glyphs.ContainsGlyph(rune.Value))
            {
                (isGap, isApart) = (true, false);
                continue;
            }
            else
            {
                if (isGap && Closes(rune, isApart)) TrimEnd(known);
                known.Append(rune.ToString());
            }
            isGap = isGap && Rune.IsWhiteSpace(rune);
        }
        if (isGap) TrimEnd(known);
        return known.ToString();

        // "Laver 👟 ?" is written apart in French, "👟." nowhere; what opens or joins never closes.
        static bool Closes(Rune rune, bool isApart) => rune.Value is '.' or ',' or '…' or ')' or ']' || (!isApart && rune.Value is '?' or '!' or ':' or ';');

        // Choosers of a sign's form, and what joins it to one that was left out.
        static bool IsPartOfSign(Rune rune, bool afterGap) => rune.Value is >= 0xFE00 and <= 0xFE0F || (afterGap && rune.Value == 0x200D);
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }

    private SKFont Font(float size) => new(face, size) { Subpixel = true };
}
