using System.Buffers;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// A text as the judges read it: its words one after another, folded, in one buffer that goes back when they are done. Made in one pass;
/// <see cref="Steps"/> counts what was looked at, so that a test can hold the cost without a clock.
/// </summary>
internal struct ReadText : IDisposable
{
    private readonly char[] _buffer;
    private readonly Word[] _words;
    private int _count;

    public ReadText(string text)
    {
        _buffer = ArrayPool<char>.Shared.Rent((2 * text.Length) + 2);
        _words = ArrayPool<Word>.Shared.Rent(text.Length + 1);
        var (at, start, gap, from, stop) = (0, 0, 2, 0, Stops.Sentence);
        for (var i = 0; i < text.Length; i++)
        {
            Steps++;
            var c = Read(text, ref i);
            if (c == Letters.Nothing) continue;
            if (char.IsLetterOrDigit(c) || IsLetterLike(c, i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' '))
            {
                if (at == start) from = i;
                _buffer[at++] = c;
                continue;
            }
            if (at > start)
            {
                Add(start, at, gap > 1, stop, text, from, i);
                (gap, stop) = (0, Stops.None);
            }
            start = at;
            stop = Stop(text[i]) is var here && here > stop ? here : stop;
            // A line and a tab are as wide as two spaces.
            if (char.IsWhiteSpace(text[i])) gap += text[i] is '\n' or '\r' or '\t' ? 2 : 1;
        }
        if (at > start) Add(start, at, gap > 1, stop, text, from, text.Length);
        Last = at > start ? Stops.None : stop;
    }

    public int Steps { get; private set; }

    private Stops Last { get; }

    public readonly int Count => _count;

    public readonly ReadOnlySpan<char> this[int word] => _buffer.AsSpan(_words[word].Start, _words[word].Length);

    /// <summary>True when some of it are signs that stand for letters: <c>1d10t</c>, <c>a$$</c>.</summary>
    public readonly bool IsDisguised(int word) => _words[word].Signs;

    /// <summary>True when there is no letter in it, or only what a program drew: a size, a model, a price, a key. No disguise of anything.</summary>
    public readonly bool IsNumber(int word) => _words[word].Number;

    /// <summary>True when letters and digits are a key or an order's number: no word, whatever it begins with.</summary>
    public readonly bool IsId(int word) => _words[word].Id;

    /// <summary>True where more than one space stands before it, or nothing: between letters that stand apart a new word begins there.</summary>
    public readonly bool IsApart(int word) => _words[word].Apart;

    /// <summary>What stands before it; a sentence begins with the text.</summary>
    public readonly Stops Before(int word) => _words[word].Before;

    /// <summary>What stands behind it.</summary>
    public readonly Stops After(int word) => word + 1 < _count ? _words[word + 1].Before : Last;

    /// <summary>True when a letter comes three times or more: <c>foooool</c>.</summary>
    public readonly bool IsStretched(int word) => _words[word].Stretched;

    /// <summary>Takes out what a site always allows: no judge reads it then.</summary>
    public void Leave(WordList allowed, ref int steps)
    {
        for (var at = allowed.Find(this, 0, _count, ref steps, out var words); at >= 0; at = allowed.Find(this, at, _count, ref steps, out words))
        {
            Array.Copy(_words, at + words, _words, at, _count - at - words);
            _count -= words;
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        ArrayPool<Word>.Shared.Return(_words);
    }

    private void Add(int start, int end, bool apart, Stops before, string text, int from, int to)
    {
        var (signs, letters, run, longest, last) = (false, false, 0, 0, '\0');
        foreach (var c in _buffer.AsSpan(start, end - start))
        {
            if (char.IsLetter(c)) letters = true;
            else signs = true;
            run = c == last ? run + 1 : 1;
            longest = Math.Max(longest, run);
            last = c;
        }
        var steps = 0;
        var id = signs && letters && WrittenIds.Holds(text, from, to, ref steps);
        Steps += steps;
        _words[_count++] = new(start, end - start, signs && letters && !id, letters && longest > 2 && !id, !letters || id, apart, id, before);
    }

    private static Stops Stop(char c) => c switch
    {
        '!' => Stops.Shout,
        '.' or '…' or '\n' or '\r' => Stops.Sentence,
        '?' => Stops.Asked,
        _ => char.IsWhiteSpace(c) ? Stops.None : Stops.Pause,
    };

    // Signs that stand for a letter count inside a word only: "what!" ends with none.
    private static bool IsLetterLike(char c, char before, char after) => c switch
    {
        '@' or '$' => char.IsLetterOrDigit(before) || char.IsLetterOrDigit(after) || after == c || before == c,
        '*' or '#' => (char.IsLetter(before) || before == c) && (char.IsLetter(after) || after == c),
        '!' or '|' => char.IsLetter(before) && char.IsLetter(after),
        _ => false,
    };

    // Letters in another dress are letters; tags that nobody sees are nothing.
    private static char Read(string text, ref int i)
    {
        var fancy = FancySigns.Of(text, i);
        var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
        var c = fancy != FancySigns.None ? Letters.Read(fancy) : !isPair ? Letters.Read(text[i]) : text[i] == '\uDB40' ? Letters.Nothing : Letters.Gap;
        if (isPair) i++;
        return c;
    }

    private readonly record struct Word(int Start, int Length, bool Signs, bool Stretched, bool Number, bool Apart, bool Id, Stops Before);
}

/// <summary>What stands between two words, the strongest of it: a gap alone, a sign, or the end of a sentence that asks, says or shouts.</summary>
internal enum Stops { None, Pause, Asked, Sentence, Shout }
