namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What was found so far: a surer finder went first, and nobody takes what is taken.</summary>
internal sealed class Finds(int length)
{
    private readonly List<FoundData> _found = [];
    private bool[]? _taken;

    /// <summary>How many letters were looked at, so that a test can hold the cost without a clock.</summary>
    public int Steps { get; set; }

    public IReadOnlyList<FoundData> InOrder => _found.Count == 0 ? [] : [.. _found.OrderBy(data => data.Start)];

    public void Add(FoundData data)
    {
        _taken ??= new bool[length];
        if (_taken.AsSpan(data.Start, data.Length).Contains(true)) return;
        _taken.AsSpan(data.Start, data.Length).Fill(true);
        _found.Add(data);
    }

    public bool Covers(int at) => _taken is not null && _taken[at];
}
