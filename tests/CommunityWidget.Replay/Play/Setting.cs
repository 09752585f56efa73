using System.Collections.Concurrent;
using System.Text;

namespace CommunityWidget.Replay.Play;

/// <summary>What everybody in a play knows.</summary>
public sealed record Setting(Uri Server, string Folder, int Seed, Planted Planted, Tally Tally)
{
    /// <summary>The same throw for the same seed and names, whatever happens first.</summary>
    public double Throw(params object[] about)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var b in Encoding.UTF8.GetBytes($"{Seed} {string.Join(' ', about)}")) hash = (hash ^ b) * 1_099_511_628_211UL;
        hash ^= hash >> 31;
        return (hash * 0x9E37_79B9_7F4A_7C15UL >> 11) / (double)(1UL << 53);
    }
}

/// <summary>How often what happened.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public void Add(string what) => _counts.AddOrUpdate(what, 1, (_, n) => n + 1);

    public int Of(string what) => _counts.GetValueOrDefault(what);

    public void Print(TextWriter output)
    {
        foreach (var line in _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => FormattableString.Invariant($"{c.Key} {c.Value:n0}")).Chunk(6))
            output.WriteLine($"  {string.Join(" · ", line)}");
    }
}

/// <summary>A fault put between a client and its line on purpose, once, to see whether the checker sees it.</summary>
public sealed class Planted(string? fault)
{
    /// <summary>A message is called acknowledged that never left.</summary>
    public const string DroppedAck = "dropped-ack";

    /// <summary>One frame arrives twice.</summary>
    public const string DoubledDelivery = "doubled-delivery";

    private const int AtTheFifth = 5;

    private int _chances;

    public static readonly IReadOnlyList<string> All = [DroppedAck, DoubledDelivery];

    public bool Now(string kind) => kind == fault && Interlocked.Increment(ref _chances) == AtTheFifth;
}
