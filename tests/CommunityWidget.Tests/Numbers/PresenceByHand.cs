using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Presence counted from the diary of the played weeks and the members' raw rows: look by look, minute by minute, knowing nothing of how the product counts.</summary>
public sealed class PresenceByHand(IReadOnlyList<Look> looks, IReadOnlyList<RawMember> members, TimeZoneInfo zone)
{
    private readonly HashSet<Guid> _superUsers = [.. members.Where(m => m.IsSuperUser).Select(m => m.Id)];

    // Of several looks within five minutes the first counts, for five minutes of everybody who was there.
    private IEnumerable<(long At, Guid Member)> Fives => looks.GroupBy(look => look.At / 300_000).Select(same => same.First())
        .SelectMany(look => look.There.Where(_superUsers.Contains).Select(member => (look.At, member)));

    public static async Task<PresenceByHand> Read(SqlDialect dialect, PlayedWeeks weeks, TimeZoneInfo zone)
    {
        await using var connection = await dialect.Open(CancellationToken.None);
        var members = await connection.QueryAsync<RawMember>("select id, roles, languages, created_at from members where site = @Id", new { weeks.Site.Id });
        var topics = (await connection.QueryAsync<(Guid Member, string Topic)>("select member, topic from member_topics")).ToLookup(t => t.Member, t => t.Topic);
        return new(weeks.Looks, [.. members.Select(m => m with { Topics = [.. topics[m.Id]] })], zone);
    }

    /// <summary>Whoever could be asked such a question.</summary>
    public IReadOnlyList<RawMember> Could(string? language, string? topic) =>
        [.. members.Where(m => (language is null || m.Languages.Split(' ').Contains(language)) && (topic is null or "-" || m.Topics.Contains(topic)))];

    public long Minutes(Guid member, Func<long, bool> when) => Fives.Count(five => five.Member == member && when(five.At)) * 5;

    public long Minutes(IEnumerable<RawMember> of, (int Weekday, int Hour) cell, Func<long, bool> when)
    {
        var ids = of.Select(m => m.Id).ToHashSet();
        return Fives.Count(five => ids.Contains(five.Member) && when(five.At) && Cell(five.At) == cell) * 5;
    }

    /// <summary>Milliseconds of each hour of the week from the first hour anybody was seen in, minute by minute up to a moment.</summary>
    public Dictionary<(int Weekday, int Hour), long> Measured(Func<long, bool> when, long until)
    {
        var first = Fives.Min(five => five.At);
        var found = new Dictionary<(int, int), long>();
        for (var at = first - (first % 60_000) - (Local(first).Minute * 60_000); at < until; at += 60_000)
            if (when(at)) found[Cell(at)] = found.GetValueOrDefault(Cell(at)) + Math.Min(60_000, until - at);
        return found;
    }

    private (int Weekday, int Hour) Cell(long at) => (((int)Local(at).DayOfWeek + 6) % 7, Local(at).Hour);

    private DateTime Local(long at) => TimeZoneInfo.ConvertTimeFromUtc(DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime, zone);
}

public sealed record RawMember
{
    public Guid Id { get; init; }
    public string Roles { get; init; } = "";
    public string Languages { get; init; } = "";
    public long CreatedAt { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public bool IsSuperUser => Roles.Split(' ').Contains("super_user");
}
