using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>
/// Who looked at a conversation that is not theirs: written down before they see it, once for each person and conversation in a quarter of an hour,
/// so that a page that asks again and again is one look. A program that looks in its member's name is somebody else: each of its keys is. What cannot be written down is not shown.
/// </summary>
public sealed class ReadLog(AuditLog audit, TimeProvider clock)
{
    private const long LookMs = 15 * 60_000;

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(Guid Who, Guid? Key, string Subject), long> _looks = new();

    public ValueTask<Refusal?> Saw(MemberCaller reader, string action, string? subject) => Saw(reader, key: null, action, subject);

    public ValueTask<Refusal?> Saw(KeyCaller reader, string action, string? subject) => Saw(reader.AsMember, reader.Key.Id, $"{action} {reader.Key.Prefix}", subject);

    private async ValueTask<Refusal?> Saw(MemberCaller reader, Guid? key, string action, string? subject)
    {
        var (look, now) = ((reader.Id, key, subject ?? action), clock.NowMs());
        if (_looks.TryGetValue(look, out var at) && now - at < LookMs) return null;
        if (await audit.Read(reader, action, subject) is { } unrecorded) return unrecorded;
        if (_looks.Count >= MostRemembered) Forget(now);
        _looks[look] = now;
        return null;
    }

    private void Forget(long now)
    {
        foreach (var (look, at) in _looks)
            if (now - at >= LookMs) _looks.TryRemove(look, out _);
        // Everybody at once: forgotten is only written down once more.
        if (_looks.Count >= MostRemembered) _looks.Clear();
    }
}
