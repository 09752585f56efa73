using System.Globalization;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Right and wrong, counted.</summary>
internal sealed class Tally
{
    private int _hit, _missed, _false, _clean;

    public void Count(bool isBad, bool isCalledBad)
    {
        if (isBad && isCalledBad) _hit++;
        else if (isBad) _missed++;
        else if (isCalledBad) _false++;
        else _clean++;
    }

    /// <summary>Of counts made elsewhere.</summary>
    public static Tally Of(int hit, int bad, int isFalse, int rows) => new() { _hit = hit, _missed = bad - hit, _false = isFalse, _clean = rows - bad - isFalse };

    public int Rows => _hit + _missed + _false + _clean;

    public int Bad => _hit + _missed;

    public double Precision => Part(_hit, _hit + _false);

    public double Recall => Part(_hit, _hit + _missed);

    public double F1 => Part(2 * _hit, (2 * _hit) + _missed + _false);

    /// <summary>The mean of the F1 of what is bad and of what is not: what stops everything has none of the second.</summary>
    public double Macro => (F1 + Part(2 * _clean, (2 * _clean) + _missed + _false)) / 2;

    /// <summary>The mean of how many bad and how many good ones were told: a set of mostly bad rows gives nothing away here.</summary>
    public double Balanced => (Recall + Part(_clean, _clean + _false)) / 2;

    /// <summary>As cells of a table.</summary>
    public string Cells => string.Create(CultureInfo.InvariantCulture, $"{Precision:0.000} | {Recall:0.000} | {Macro:0.000} | {F1:0.000} | {Balanced:0.000}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P {Precision:0.000}  R {Recall:0.000}  macro {Macro:0.000}  F1 {F1:0.000}  balanced {Balanced:0.000}");

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
