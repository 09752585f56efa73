using System.Diagnostics.Metrics;

namespace CommunityWidget.Telemetry;

/// <summary>
/// The values of a meter's tag that are known before any of it happens, said by the room that counts it: each is there as nothing from the start. What begins
/// to exist with its first event has grown by nothing for whoever looks at the increase.
/// </summary>
public sealed class FromZero
{
    private readonly Action _begin;

    public FromZero(Counter<long> counter, string tag, params string[] values) => _begin = () =>
    {
        foreach (var value in values) counter.Add(0, new KeyValuePair<string, object?>(tag, value));
    };

    public FromZero(UpDownCounter<long> counter, string tag, params string[] values) => _begin = () =>
    {
        foreach (var value in values) counter.Add(0, new KeyValuePair<string, object?>(tag, value));
    };

    /// <summary>Once somebody collects.</summary>
    public void Begin() => _begin();
}
