using System.Globalization;
using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Numbers.Pages;

/// <summary>What drawings need: numbers as SVG writes them, whatever the language of the page.</summary>
public static class Draw
{
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How wide a bar is, so that the greatest fills a hundred.</summary>
    public static string Width(double part, double greatest) => Number(Of(part, greatest));

    /// <summary>A bar that stands on the ground of a hundred.</summary>
    public static (string Y, string Height) Stands(double part, double greatest) => (Number(100 - Of(part, greatest)), Number(Of(part, greatest)));

    private static double Of(double part, double greatest) => greatest <= 0 ? 0 : part / greatest * 99;
}

/// <summary>Bars side by side, each with a dark part.</summary>
/// <param name="Label">The whole in a sentence.</param>
/// <param name="Bars">From left to right.</param>
public sealed record BarChart(string Label, IReadOnlyList<BarOf> Bars)
{
    public int Highest => Bars.Count == 0 ? 0 : Bars.Max(bar => bar.Whole);
}

/// <param name="Name">What it stands for.</param>
/// <param name="Whole">Its height.</param>
/// <param name="Dark">Of that, the dark part.</param>
/// <param name="Told">Both in words.</param>
public sealed record BarOf(string Name, int Whole, int Dark, string Told)
{
    public static BarOf Of(string name, Group group, int dark, string told) => new(name, group.Summary.Asked, dark, told);
}
