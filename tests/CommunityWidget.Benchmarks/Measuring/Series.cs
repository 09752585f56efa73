namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>The same thing measured several times.</summary>
internal sealed record Series(params IReadOnlyList<double> Values)
{
    public double Median => At(0.5);

    public double Least => Values.Min();

    public double Most => Values.Max();

    /// <summary>A percentile: 0.99 of them are no more.</summary>
    public double At(double part)
    {
        var sorted = Values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
