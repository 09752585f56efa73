namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What was found so far: a surer finder went first, and nobody takes what is taken.</summary>
internal sealed class Finds(string text)
{
    private readonly List<FoundData> _found = [];
    private bool[]? _taken;

    /// <summary>How many letters were looked at, so that a test can hold the cost without a clock.</summary>
    public int Steps { get; set; }

    public IReadOnlyList<FoundData> InOrder => _found.Count == 0 ? [] : [.. _found.OrderBy(data => data.Start)];

    public void Add(FoundData data)
    {
        _taken ??= new bool[text.Length];
        var until = _taken.AsSpan(data.Start, data.Length).IndexOf(true);
        // An address goes on until something surer stands there; of anything else a part is none.
        if (until == 0 || (until > 0 && data.Kind != DataKinds.Address)) return;
        if (until > 0) data = data with { Length = text.AsSpan(data.Start, until).TrimEnd().Length };
        _taken.AsSpan(data.Start, data.Length).Fill(true);
        _found.Add(data);
    }

    public bool Covers(int at) => _taken is not null && _taken[at];
}
