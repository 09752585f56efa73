namespace CommunityWidget.Telemetry;

/// <summary>Something that is read now and then rather than counted as it happens; beside what it measures.</summary>
public interface IGauge
{
    string Name { get; }

    string Unit { get; }

    string Description { get; }

    /// <summary>The values now, each with the value of the one tag it may have.</summary>
    Task<IReadOnlyList<Reading>> Read();
}

/// <summary>One value of a gauge.</summary>
public readonly record struct Reading(double Value, string? Tag = null, string? TagValue = null);
