using System.Collections.Concurrent;
using System.Text;

namespace CommunityWidget.Replay.Play;

/// <summary>What everybody in a play knows.</summary>
/// <param name="Servers">One node, or several: whoever loses one goes to the next.</param>
public sealed record Setting(IReadOnlyList<Uri> Servers, string Folder, int Seed, Planted Planted, Tally Tally)
{
    public Uri Server => Servers[0];

    /// <summary>What clients leave out on purpose, to see whether it is missed.</summary>
    public Careless Careless { get; init; }

    /// <summary>How long a client waits before it tries again.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromMilliseconds(60);

    public bool Leaves(Careless what) => Careless.HasFlag(what);


    /// <summary>The same throw for the same seed and names, whatever happens first.</summary>
    public double Throw(params object[] about)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var b in Encoding.UTF8.GetBytes($"{Seed} {string.Join(' ', about)}")) hash = (hash ^ b) * 1_099_511_628_211UL;
        hash ^= hash >> 31;
        return (hash * 0x9E37_79B9_7F4A_7C15UL >> 11) / (double)(1UL << 53);
    }
}

/// <summary>What a client that recovers badly does not do.</summary>
[Flags]
public enum Careless
{
    None = 0,

    /// <summary>A line that opens again goes on with what comes: what was missed is not fetched.</summary>
    NeverResumes = 1,

    /// <summary>What got no answer is sent again as something new.</summary>
    ForgetsKeys = 2,

    /// <summary>A line on which nothing comes is believed in for ever.</summary>
    NeverListens = 4,

    /// <summary>A lost line is opened again at the node it was lost to.</summary>
    NeverMoves = 8,

    /// <summary>What was sent counts as stored, whatever the answer is.</summary>
    BelievesItself = 16,
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
