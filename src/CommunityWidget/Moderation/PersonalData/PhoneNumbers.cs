namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Telephone numbers as people of many countries write them. What could as well be a model, a price or a size needs a word that says otherwise.</summary>
internal static class PhoneNumbers
{
    private const int Fewest = 7, Most = 15;

    private static readonly string[] Extensions = ["x", " x ", " x", " ext. ", " ext ", "ext.", "ext", " extension ", " poste ", " p. ", " #"];

    // Whose number it is, is somebody: "Mr Opel", "my Opel".
    private static readonly HashSet<string> Whose = [.. Cues.Own, .. Cues.Titles, "his", "her", "their", "son", "sa", "votre", "your"];

    // Who answers a maker's telephone.
    private static readonly HashSet<string> Desks = ["sav", "service", "services", "support", "hotline", "client", "clients", "customer", "care", "contact"];

    // By what one is reached, and what says so by itself right before the number.
    private static readonly HashSet<string> Through = ["at", "on", "au"], Named = ["tel", "telephone", "phone", "cell", "mobile", "gsm", "whatsapp", "fax", "hotline"], Being = ["is", "est"];

    // Books have ten digits and begin with 0 too.
    private static readonly HashSet<string> Barred = ["isbn", "ean", "upc", "gtin"];

    /// <summary>Up to which group a number goes that begins with a group; null when none does.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="run">The digits.</param>
    /// <param name="from">The group.</param>
    /// <param name="isAll">Nothing else was written: what somebody answers who was asked for a number.</param>
    /// <param name="found">What was found before it.</param>
    public static int? End(string text, in DigitRun run, int from, bool isAll, Finds found)
    {
        if (isAll && from == 0 && IsAnswer(run)) return run.Count;
        var start = run.StartOf(from);
        var plus = IsPlus(text, start);
        var open = start > 0 && text[start - 1] == '(';
        var isPart = CalledGoods.AreOf(text, run, found);
        var isCalled = !isPart && IsCalled(text, start);
        var isSaid = !isPart && ((Cues.Before(text, start, Cues.Phone) && !Cues.Before(text, start, Cues.Goods, 3)) || (Cues.Find(text, start, Cues.Number) is var number and >= 0 && !CalledGoods.IsOtherNumber(text, number, start) && Cues.Before(text, start, Cues.Own) && !Cues.Before(text, start, Cues.Goods)));
        // "Call me for the part at …", "my number for it is …": whatever goods stand between.
        var isGiven = isCalled && (Cues.Before(text, start, Through, words: 1) || IsNamed(text, start));
        for (var to = run.Count; to > from; to--)
        {
            var all = run.DigitsIn(from, to);
            if (all > Most || all < (isSaid ? 5 : Fewest) - (plus ? 1 : 0)) continue;
            var end = Extended(text, run.EndOf(to - 1));
            if ((IsGlued(text, end) && !(GluedNumbers.MayEnd(run, from, all, plus || isSaid) && GluedNumbers.WordFollows(text, end))) || (!plus && run[from][0] != '0' && Units.Follow(text, run.EndOf(to - 1)))) continue;
            // "Coque de téléphone iPhone 12 13 14 15".
            if (!plus && !isGiven && RisingRows.IsCount(run)) continue;
            if (plus || isSaid || isGiven || (run[from].StartsWith("00", StringComparison.Ordinal) && all >= 10 && run[from].Length <= 5 && !IsPart(text, run, from, to))) return to;
            if (!isPart && Looks(text, run, from, to, all, open, isCalled, found)) return to;
        }
        return null;
    }

    /// <summary>True when somebody speaks of a telephone shortly before a place, or of their number.</summary>
    public static bool IsCalled(string text, int start) => Cues.Before(text, start, Cues.Phone) || IsOwn(text, start);

    /// <summary>The same right before it.</summary>
    public static bool IsNamed(string text, int start) =>
        Cues.Before(text, start, Named, words: 1) || IsOwn(text, start) || (Cues.Find(text, start, Being, words: 1) is var being and > 0 && Cues.Before(text, being, Named, words: 1));

    /// <summary>Its beginning with what belongs to it: <c>+</c>, <c>(</c>, <c>tel:</c>.</summary>
    public static int Begin(string text, int start)
    {
        while (start > 0 && text[start - 1] is '+' or '(') start--;
        return start > 3 && string.Compare(text, start - 4, "tel:", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? start - 4 : start;
    }

    /// <summary>Its end with the extension: <c>x459</c>, <c>ext. 12</c>, <c>poste 3</c>.</summary>
    public static int Extended(string text, int end)
    {
        foreach (var sign in Extensions)
        {
            if (string.Compare(text, end, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var digits = end + sign.Length;
            while (digits < text.Length && digits - end < sign.Length + 6 && char.IsAsciiDigit(text[digits])) digits++;
            if (digits > end + sign.Length) return digits;
        }
        return end;
    }

    // Six digits and more, and no round amount: a telephone of some country, an order, a customer. Each better hidden.
    private static bool IsAnswer(in DigitRun run)
    {
        if (IsAmount(run, 0, run.Count) || IsRange(run) || IsSteps(run, 0, run.Count) || RisingRows.AreSizes(run)) return false;
        if (run.Count > 2) return run.Digits is >= 6 and <= 13;
        return (run.Digits is >= 6 and <= 11 || (run.Digits == 5 && run.Count == 2)) && !run[run.Count - 1].EndsWith("00", StringComparison.Ordinal);
    }

    private static bool Looks(string text, in DigitRun run, int from, int to, int all, bool open, bool isCalled, Finds found)
    {
        var start = run.StartOf(from);
        var groups = to - from;
        var first = run[from];
        if (IsShaped(run, from, to, all) ? !isCalled && groups == 1 && Cues.Before(text, start, Barred) : Cues.Before(text, start, Cues.Goods) || ListedParts.IsAmong(text, start, found)) return false;
        if (groups == 1) return IsPlain(first) && !ListedParts.IsCompared(text, start);
        if (!isCalled && RisingRows.IsRow(text, run, from, to)) return false;
        if (IsAmount(run, from, to) || IsSteps(run, from, to) || !IsSpread(run, from, to) || IsArticle(text, run, from, to)) return false;
        if (open) return all >= Fewest;
        // A trunk prefix, as most of the world writes it.
        if (first[0] == '0' && all is >= 8 and <= 12) return true;
        if (Is(run, from, to, 3, 3, 4) || Is(run, from, to, 1, 3, 3, 4)) return first[0] != '0';
        if (Is(run, from, to, 3, 7)) return first[0] >= '2' && run.Between(from) is '-' or ' ';
        if (first is "1800" or "1300" or "0800" && all >= 9) return true;
        if (Is(run, from, to, 3, 4)) return first[0] >= '2' && run.Between(from) is '-' or '.' or ' ' && first is not ("200" or "300" or "400" or "500");
        if (Is(run, from, to, 4, 4)) return first[0] >= '2' && !IsYear(first) && !IsYear(run[from + 1]) && !run[from + 1].EndsWith("00", StringComparison.Ordinal);
        if (Is(run, from, to, 2, 6)) return run.Between(from) is ' ' or '-' && !run[from + 1].EndsWith("000", StringComparison.Ordinal);
        // India's mobiles. Part numbers have a dash there.
        if (Is(run, from, to, 5, 5)) return first[0] >= '6' && run.Between(from) is ' ' && !run[from + 1].EndsWith("00", StringComparison.Ordinal);
        if (groups >= 4) return all is >= 8 and <= 12;
        return groups == 3 && all is >= 8 and <= 12 && run.LengthOf(from) is >= 2 and <= 4;
    }

    // "My number", "my phone number", "mon numéro", and not "mon numéro de modèle" or "my No Frost".
    private static bool IsOwn(string text, int start) => Cues.Find(text, start, Cues.Number) is var number and >= 0 && !CalledGoods.IsOtherNumber(text, number, start)
        && (Cues.Before(text, number, Cues.Own, words: 1) || (Cues.Before(text, number, Cues.Phone, words: 1) && Cues.Before(text, number, Cues.Own, words: 2)));

    // As France and Britain's mobiles are, and America: what else has such a shape is called so right before it.
    private static bool IsShaped(in DigitRun run, int from, int to, int all)
    {
        if (Is(run, from, to, 3, 3, 4)) return run[from][0] >= '2';
        if (Is(run, from, to, 1, 3, 3, 4)) return run[from][0] == '1' && run[from + 1][0] >= '2';
        return run[from] is ['0', >= '1' and <= '9', ..] && (all == 10 || (all == 11 && run[from][1] == '7'));
    }

    // Ten digits in one piece: France's begin with 0, America's have parts that begin with 2 to 9. Eleven: a trunk's zero, or China's mobiles.
    private static bool IsPlain(ReadOnlySpan<char> digits) => digits.Length switch
    {
        10 => digits[0] == '0' ? digits[1] is >= '1' and <= '9' : digits[0] >= '2' && digits[3] >= '2' && !IsRound(digits),
        11 => digits[0] == '0' ? digits[1] is >= '1' and <= '9' : digits[0] == '1' && digits[1] >= '3' && !IsRound(digits),
        _ => false,
    };

    // "part number 0011 123 4567", "pièce 00.145.212.00": what is called goods right before it and is no number of any country.
    private static bool IsPart(string text, in DigitRun run, int from, int to)
    {
        var start = run.StartOf(from);
        if (!Cues.Before(text, start, Cues.Goods, 1) && !(Cues.Before(text, start, Cues.Number, 1) && Cues.Before(text, start, Cues.Goods, 2))) return false;
        Span<char> digits = stackalloc char[Most];
        return !CountryCodes.IsNumber(run.Join(from, to, digits)[2..]);
    }

    // "404.510.24", "10.2345.67", and "Bosch 2 608 585 043": all of the run, or the end of it.
    private static bool IsArticle(string text, in DigitRun run, int from, int to)
    {
        if (Is(run, from, to, 3, 3, 2) && run.Between(from) == '.' && run.IsEven(from, to)) return true;
        // Somebody's name stands between a maker's and a telephone's, or before it.
        if (Is(run, from, to, 2, 4, 2) && run.Between(from) == '.' && run.IsEven(from, to) && Cues.Before(text, run.Start, Cues.Makers, words: 2, within: 24) && !Cues.Before(text, run.Start, Whose, words: 3)) return true;
        // What is called by a trunk's zero, or in America's groups, or in the pairs of France's, is none.
        return run.Count > 2 && to == run.Count && run[0][0] != '0' && !Is(run, 0, to, 3, 3, 4) && !Is(run, 0, to, 1, 3, 3, 4) && !Is(run, 0, to, 1, 2, 2, 2, 2) && !Is(run, 0, to, 3, 2, 2, 2)
            && Cues.Before(text, run.Start, Cues.Makers, words: 2, within: 24) && !Cues.Before(text, run.Start, Desks, words: 1) && !Cues.Before(text, run.Start, Whose, words: 2);
    }

    private static bool IsYear(ReadOnlySpan<char> four) => four.StartsWith("19", StringComparison.Ordinal) || four.StartsWith("20", StringComparison.Ordinal);

    private static bool IsRound(ReadOnlySpan<char> digits) => digits.EndsWith("0000", StringComparison.Ordinal);

    // "1 250 000": groups of three after the first, and nothing a number to call would begin with.
    private static bool IsAmount(in DigitRun run, int from, int to)
    {
        if (run[from][0] == '0') return false;
        for (var i = from + 1; i < to; i++)
        {
            if (run.LengthOf(i) != 3) return false;
        }
        return run.LengthOf(from) <= 3 && run[to - 1].EndsWith("00", StringComparison.Ordinal);
    }

    // "110-120": from here to there.
    private static bool IsRange(in DigitRun run) =>
        run.Count == 2 && run.LengthOf(0) == 3 && run.LengthOf(1) == 3 && run.Between(0) is '-' or '–' && run[0].SequenceCompareTo(run[1]) < 0 && run[0][0] >= run[1][0] - 1;

    // "750-1500": the same, in steps that few numbers to call are made of.
    private static bool IsSteps(in DigitRun run, int from, int to) =>
        Is(run, from, to, 3, 4) && run.Between(from) is '-' or '–' && IsStep(run[from]) && IsStep(run[from + 1]);

    private static bool IsStep(ReadOnlySpan<char> digits) => digits.EndsWith("00", StringComparison.Ordinal) || digits.EndsWith("50", StringComparison.Ordinal);

    // No group of one digit but the first, none longer than five, and no sizes like 60 / 70 / 80.
    private static bool IsSpread(in DigitRun run, int from, int to)
    {
        var slashes = 0;
        for (var i = from; i < to; i++)
        {
            if (run.LengthOf(i) > 8 || (i > from && run.LengthOf(i) == 1 && run[from][0] != '0')) return false;
            if (i < to - 1 && run.Between(i) == '/') slashes++;
        }
        return slashes <= 1 || Is(run, from, to, 3, 3, 4);
    }

    private static bool Is(in DigitRun run, int from, int to, params ReadOnlySpan<int> lengths)
    {
        if (to - from != lengths.Length) return false;
        for (var i = 0; i < lengths.Length; i++)
        {
            if (run.LengthOf(from + i) != lengths[i]) return false;
        }
        return true;
    }

    private static bool IsPlus(string text, int start) => start > 0 && (text[start - 1] == '+' || (start > 1 && text[start - 1] == '(' && text[start - 2] == '+')) && !(start > 1 && char.IsLetterOrDigit(text[start - 2]));

    // "12345678W", "100-200-3000x5", "5.5": something else goes on here.
    private static bool IsGlued(string text, int end) =>
        end < text.Length && (char.IsLetterOrDigit(text[end]) || (end + 1 < text.Length && text[end] is '.' or ',' or '-' or '/' or '+' && char.IsAsciiDigit(text[end + 1])));
}
