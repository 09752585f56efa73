namespace CommunityWidget.Matching;

/// <summary>Who was heard when and by which nodes, in process.</summary>
public sealed class InMemoryPresence
{
    /// <summary>A node that said so much later when it heard somebody than it does now had its clock put back.</summary>
    public const long AheadMs = 15_000;

    private const long ForgetMs = 3_600_000, ForgetEveryMs = 60_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid Site, Guid Who), Person> _people = [];
    private Epoch? _epoch;
    private long _watchedAt, _forgottenAt;

    private sealed class Person
    {
        // Nearly always one: a list of one is a tenth of a dictionary of one.
        public List<(string Node, long At)> Nodes { get; } = new(1);
        public Beat Beat { get; set; }
    }

    public void Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now)
    {
        lock (_lock)
        {
            foreach (var id in who)
            {
                if (!_people.TryGetValue((site, id), out var person)) _people[(site, id)] = person = new();
                person.Beat = new(Math.Max(person.Beat.At, now), Left: false);
                if (node is null) continue;
                var wasAhead = person.Nodes.Exists(n => n.Node == node && n.At - now > AheadMs);
                person.Nodes.RemoveAll(n => n.Node == node);
                person.Nodes.Add((node, now));
                if (wasAhead) person.Beat = new(person.Nodes.Max(n => n.At), Left: false);
            }
        }
    }

    public bool Leave(Guid site, string node, Guid who, long heardAt, long othersSince)
    {
        lock (_lock)
        {
            if (!_people.TryGetValue((site, who), out var person)) _people[(site, who)] = person = new();
            person.Nodes.RemoveAll(n => n.Node == node);
            if (person.Nodes.Exists(n => n.At >= othersSince)) return false;
            person.Beat = new(heardAt, Left: true);
            return true;
        }
    }

    public void Move(Guid site, string node, Guid who)
    {
        lock (_lock)
        {
            if (_people.TryGetValue((site, who), out var person)) person.Nodes.RemoveAll(n => n.Node == node);
        }
    }

    public IReadOnlyDictionary<Guid, Beat> Beats(Guid site, IReadOnlyCollection<Guid> who, long now)
    {
        lock (_lock)
        {
            var known = new Dictionary<Guid, Beat>(who.Count);
            foreach (var id in who)
            {
                if (_people.TryGetValue((site, id), out var person) && !IsForgotten(person.Beat, now)) known[id] = person.Beat;
            }
            return known;
        }
    }

    public Epoch Watch(long now, long lapseMs)
    {
        lock (_lock)
        {
            Forget(now);
            var began = _epoch is null || Math.Abs(now - _watchedAt) > lapseMs;
            _watchedAt = now;
            _epoch = new(began ? now : _epoch!.Since, began);
            return _epoch;
        }
    }

    /// <summary>The next look begins anew.</summary>
    public void Lose()
    {
        lock (_lock) _epoch = null;
    }

    private void Forget(long now)
    {
        if (Math.Abs(now - _forgottenAt) < ForgetEveryMs) return;
        _forgottenAt = now;
        foreach (var old in _people.Where(p => IsForgotten(p.Value.Beat, now)).Select(p => p.Key).ToList()) _people.Remove(old);
    }

    private static bool IsForgotten(Beat beat, long now) => now - beat.At > ForgetMs;
}
