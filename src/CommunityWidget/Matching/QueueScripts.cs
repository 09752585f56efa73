using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Redis;
using StackExchange.Redis;

namespace CommunityWidget.Matching;

/// <summary>One typed call per script of <c>Lua</c>: the only place that knows the order of their keys and arguments and reads their replies.</summary>
public sealed class QueueScripts(RedisLink link, QueueKeys keys, string ringer)
{
    private const long ForgetMs = 3_600_000, ForgetNodeMs = 86_400_000;

    private static readonly Script[] All = [.. Enum.GetValues<Verb>().Select(Script.Read)];

    private enum Verb { Enqueue, Refill, Remove, NextDue, Claim, Settle, Wake, Beat, Leave, Move, Beats, Watch }

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt) => Run(
        Verb.Enqueue, [keys.Ages(site), keys.Later(site), keys.Ready(site), keys.Marks(site)], [QueueKeys.Name(thread), askedAt, dueAt, (string)keys.Bell!, ringer]);

    public Task Refill(Guid site, IEnumerable<QueuedThread> waiting, long now) => Run(
        Verb.Refill,
        [keys.Ages(site), keys.Later(site), keys.Marks(site)],
        [now, (string)keys.Bell!, ringer, .. waiting.SelectMany(w => new RedisValue[] { QueueKeys.Name(w.Thread), w.AskedAt })]);

    public Task Remove(Guid site, Guid thread) => Run(
        Verb.Remove, [keys.Ages(site), keys.Later(site), keys.Ready(site), keys.Marks(site)], [QueueKeys.Name(thread)]);

    /// <summary>Null when nothing waits.</summary>
    public async Task<long?> NextDue(Guid site)
    {
        var due = (string?)await Run(Verb.NextDue, [keys.Later(site), keys.Ready(site)], []);
        return due is null ? null : (long)double.Parse(due, CultureInfo.InvariantCulture);
    }

    public async Task<IReadOnlyList<Claim>> Claim(Guid site, long now, long leaseEnd, int limit)
    {
        var reply = (string[])(await Run(Verb.Claim, [keys.Ages(site), keys.Later(site), keys.Ready(site), keys.Marks(site)], [now, leaseEnd, limit]))!;
        var wakes = long.Parse(reply[0], CultureInfo.InvariantCulture);
        return [.. reply.Skip(1).Select(thread => new Claim(site, Guid.Parse(thread), wakes))];
    }

    public Task Settle(Claim claim, long dueAt) => Run(
        Verb.Settle,
        [keys.Later(claim.Site), keys.Ready(claim.Site), keys.Marks(claim.Site)],
        [QueueKeys.Name(claim.Thread), claim.Wakes, dueAt]);

    public Task Wake(Guid site) => Run(
        Verb.Wake, [keys.Ages(site), keys.Later(site), keys.Ready(site), keys.Marks(site)], [(string)keys.Bell!, ringer]);

    public Task Beat(Guid site, string? node, IEnumerable<Guid> who, long now) => Run(
        Verb.Beat, [.. who.Select(id => keys.Person(site, id))], [now, ForgetMs, node is null ? "" : QueueKeys.NodeField + node, InMemoryPresence.AheadMs, QueueKeys.NodeField]);

    public async Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince) => (long)await Run(
        Verb.Leave, [keys.Person(site, who)], [QueueKeys.NodeField + node, heardAt, othersSince, QueueKeys.NodeField, ForgetMs]) == 1;

    public Task Move(Guid site, string node, Guid who) => Run(Verb.Move, [keys.Person(site, who)], [QueueKeys.NodeField + node]);

    public async Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyList<Guid> who, long now)
    {
        var reply = (RedisValue[])(await Run(Verb.Beats, [.. who.Select(id => keys.Person(site, id))], []))!;
        var known = new Dictionary<Guid, Beat>();
        for (var i = 0; i < who.Count; i++)
        {
            // Redis forgets by its own clock; the caller's counts.
            if (!reply[2 * i].IsNull && now - (long)reply[2 * i] <= ForgetMs) known[who[i]] = new((long)reply[2 * i], (long)reply[(2 * i) + 1] == 1);
        }
        return known;
    }

    public async Task<Epoch> Watch(long now, long lapseMs)
    {
        var reply = (RedisValue[])(await Run(Verb.Watch, [keys.Epoch], [now, lapseMs, QueueKeys.NodeField + ringer, ForgetNodeMs]))!;
        return new((long)reply[0], (long)reply[1] == 1);
    }

    /// <summary>Saves the first call of each a second round trip.</summary>
    public Task Load() => Task.WhenAll(link.Servers.Where(server => server.IsConnected).SelectMany(server => All.Select(script => server.ScriptLoadAsync(script.Text))));

    private async Task<RedisResult> Run(Verb verb, RedisKey[] names, RedisValue[] arguments)
    {
        var script = All[(int)verb];
        try
        {
            return await link.Database.ScriptEvaluateAsync(script.Hash, names, arguments);
        }
        catch (RedisServerException error) when (error.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            // Restarted, flushed, or another machine since the scripts were loaded. This client does not fall back by itself.
            return await link.Database.ExecuteAsync("EVAL", [script.Text, names.Length, .. names.Cast<object>(), .. arguments.Cast<object>()]);
        }
    }

    private sealed record Script(string Text, byte[] Hash)
    {
        public static Script Read(Verb verb)
        {
            var file = string.Concat(verb.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
            using var source = typeof(QueueScripts).Assembly.GetManifestResourceStream($"lua/{file}.lua")
                ?? throw new InvalidOperationException($"The script {file}.lua is not part of this program.");
            using var reader = new StreamReader(source);
            var text = reader.ReadToEnd();
#pragma warning disable CA5350 // Redis names scripts by it; it protects nothing.
            return new(text, SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
        }
    }
}
